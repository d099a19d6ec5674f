import { setMaxListeners } from 'node:events';
import type { ItemRecord } from '../catalog/changes/records.ts';
import type { Catalog } from '../catalog/open-catalog.ts';
import type {
  Change,
  ChangeItems,
  ChangeItemsQuery,
  ChangeRequest,
  Changes,
  ChangeTarget,
  Preview,
  PreviewRequest,
  ServerEvent,
  SteerRequest,
} from '../contract/index.ts';
import type { Log } from '../log.ts';
import type { ZoomClient } from '../zoom/client.ts';
import { createAccept } from './accept.ts';
import { createAuditLog } from './audit-log.ts';
import { createDesk, doneItems } from './desk.ts';
import { ChangeNotFound, ChangesOff, TooManyChanges } from './errors.ts';
import { createLedger } from './ledger.ts';
import { parsePlace } from './place.ts';
import { presentItem } from './present-change.ts';
import { createPreviews } from './previews.ts';
import { createProgress } from './progress.ts';
import { resolveTargets, type Words } from './resolve-targets.ts';
import { createSettle } from './settle.ts';
import { createTrashWalk } from './trash-walk.ts';
import { createWhereabouts } from './whereabouts.ts';
import { createWorkItem } from './work-item.ts';

/** Far more than people begin; each holds its items in memory. */
const MOST_UNDER_WAY = 50;
const LISTED = 100;
/** Calls that are on their way get so long to end when the program stops. Milliseconds. */
const STOP_PATIENCE_MS = 3000;
const READ_BACK_AFTER_MS = 1500;

/** What brings a recording to a place. */
const actionTo = { trash: 'trash', live: 'restore', nowhere: 'delete' } as const;

export type TrashEvent = Extract<ServerEvent, { name: 'change' }>;

export interface TrashDeps {
  catalog: Pick<Catalog, 'changes' | 'findSessions'>;
  zoom: Pick<ZoomClient, 'changeRecordings' | 'getSession' | 'listRecordings'>;
  words: Words;
  /** Told of sessions that stand elsewhere in the catalog now. */
  onMoved: (zoomId: string) => void;
  isAllowed: boolean;
  /** Calls a second that the light budget allows. */
  lightRate: number;
  log: Log;
  now?: () => number;
  readBackAfterMs?: number;
}

export type Trash = ReturnType<typeof createTrash>;

/** Changes of recordings: asked for once, worked through item by item, and written down before anything leaves. */
export function createTrash(deps: TrashDeps) {
  const { catalog, zoom, words, isAllowed, now = Date.now, readBackAfterMs = READ_BACK_AFTER_MS } = deps;
  const log = deps.log.child({ part: 'trash' });
  const ending = new AbortController();
  const { signal } = ending;
  // Every call on its way listens to it; Node would take so many for a leak.
  setMaxListeners(0, signal);
  const ledger = createLedger(catalog);
  const settle = createSettle({ ledger, now });
  const isInTrash = createTrashWalk({ zoom, signal });
  const whereabouts = createWhereabouts({ zoom, isInTrash, signal });
  const workItem = createWorkItem({ zoom, ledger, whereabouts, signal, now, log, readBackAfterMs });
  const progress = createProgress();
  const desk = createDesk({ ...deps, workItem, settle, onChange: progress.tell, now, log });
  const previews = createPreviews(now);
  const accept = createAccept({ catalog, collect, begin: desk.begin, now });

  async function collect(request: ChangeRequest): Promise<ItemRecord[]> {
    if (desk.isFull(MOST_UNDER_WAY)) throw new TooManyChanges('Let some of the changes under way end first.');
    if (request.action === 'delete') previews.use(request.preview, request.items);
    const targets = 'undo' in request ? await targetsOf(request.undo) : request.items;
    return resolveTargets(deps, { action: request.action, targets });
  }

  /** What a change has moved to the trash so far; the rest of it is cancelled. */
  async function targetsOf(changeId: string): Promise<ChangeTarget[]> {
    await desk.close(changeId);
    const items = await doneItems(catalog, { id: changeId, action: 'trash' });
    return items.map(({ zoomId, fileId }) => ({
      sessionId: words.toSessionId(zoomId),
      ...(fileId === null ? {} : { fileId }),
    }));
  }

  function requireLeave(): void {
    if (isAllowed) return;
    throw new ChangesOff('Start Matinee with MATINEE_ALLOW_CHANGES=1 to let people change recordings.');
  }

  return {
    /** What would be deleted for good, and what cannot be. Nothing is changed. @throws ChangesOff. */
    async preview({ items: targets }: PreviewRequest): Promise<Preview> {
      requireLeave();
      return previews.make(targets, await resolveTargets(deps, { action: 'delete', targets }));
    },
    /** @throws ChangesOff, KeyUsedOtherwise, PreviewRefused, TooManyChanges, ChangeNotFound (of an undo). */
    async submit(key: string, request: ChangeRequest): Promise<Change> {
      requireLeave();
      return accept(key, request);
    },
    list: async (): Promise<Changes> => ({ changes: await desk.list(LISTED) }),
    /** @throws ChangeNotFound. */
    get: desk.get,
    /** @throws ChangeNotFound, InvalidPlace. */
    async listItems(id: string, { state, cursor, limit }: ChangeItemsQuery): Promise<ChangeItems> {
      const record = await catalog.changes.find({ id });
      if (!record) throw new ChangeNotFound('No such change.');
      const states =
        state === undefined ? null : state === 'queued' ? (['queued', 'sent'] as const) : [state];
      const after = cursor === undefined ? -1 : parsePlace(cursor);
      const items = await catalog.changes.listItems({ n: record.n, states, after, limit: limit + 1 });
      const last = items.length > limit ? items[limit - 1] : undefined;
      return {
        items: items.slice(0, limit).map((item) => presentItem(item, words)),
        nextCursor: last ? String(last.index) : null,
      };
    },
    /** @throws ChangesOff, ChangeNotFound, ChangeOver. */
    async steer(id: string, { action }: SteerRequest): Promise<Change> {
      requireLeave();
      return desk.steer(id, action);
    },
    ...createAuditLog({ catalog, words, now, log }),
    subscribe: (listener: (event: TrashEvent) => void): (() => void) =>
      progress.listen((data) => listener({ name: 'change', data })),
    /** Whether a change of ours is moving, or has just moved, something of that session there. */
    isExpected: ({ zoomId, to }: { zoomId: string; to: keyof typeof actionTo }): boolean =>
      desk.isExpected({ zoomId, action: actionTo[to] }),
    /** Takes up what was left unfinished. */
    start: desk.start,
    /** Begins nothing more, and waits a moment for what is on its way; what is cut off is read back at the next start. */
    async stop(): Promise<void> {
      const patience = setTimeout(() => ending.abort(), STOP_PATIENCE_MS);
      await desk.stop();
      clearTimeout(patience);
      progress.stop();
    },
  };
}
