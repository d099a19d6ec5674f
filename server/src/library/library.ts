import type { Catalog } from '../catalog/open-catalog.ts';
import type {
  History,
  HistoryRequest,
  RefreshRequest,
  ServerEvent,
  Session,
  Window,
} from '../contract/index.ts';
import type { Log } from '../log.ts';
import type { Urgency, ZoomClient } from '../zoom/client.ts';
import { FileNotFound } from './errors.ts';
import { createFollowMoves } from './follow-moves.ts';
import { createFollowSession } from './follow-session.ts';
import { createGetSession } from './get-session.ts';
import { createGlance } from './glance.ts';
import { createHistory } from './history.ts';
import { createLandAnswer } from './land-answer.ts';
import type { LibraryFile } from './library-file.ts';
import { createListMonths } from './list-months.ts';
import { createListSessions } from './list-sessions.ts';
import { createListUpstream } from './list-upstream.ts';
import { createMoveNews } from './move-news.ts';
import { createNewestFile } from './newest-file.ts';
import { createPass } from './pass.ts';
import { createPositions } from './positions.ts';
import { presentFile, presentSession } from './present.ts';
import { createReadings } from './read-window.ts';
import { createReconcile } from './reconcile.ts';
import { createSavedSearches } from './saved-searches.ts';
import { createSessionReader } from './session-reader.ts';
import { createTellAddresses } from './tell-addresses.ts';
import { createWalkSessions } from './walk-sessions.ts';
import { createWindowDesk } from './window-desk.ts';
import type { WindowKey } from './window-key.ts';
import { windowsOf } from './windows-of.ts';

/** What the library tells whoever subscribed: passes by `window`, single re-reads by `session`, what no list has any more by `gone`, how far the past is read by `history`. */
export type LibraryEvent = Extract<ServerEvent, { name: 'window' | 'session' | 'gone' | 'history' }>;

export interface LibraryDeps {
  catalog: Catalog;
  zoom: ZoomClient;
  /** Told the download addresses of every answer; they are kept nowhere else. */
  rememberAddresses: (entries: { fileId: string; address: string }[]) => void;
  /** How far back the history reads, a month; to the account's beginning without. */
  historySince?: string | null;
  /** How often the last days and the trash are read again; every five minutes without. */
  reconcileMs?: number;
  log: Log;
  now?: () => number;
}

export type Library = ReturnType<typeof createLibrary>;

/** What we know of the recordings: answers from the catalog, and keeps it true. */
export function createLibrary(deps: LibraryDeps) {
  const { catalog, zoom, rememberAddresses, log, historySince = null, now = Date.now } = deps;
  const listeners = new Set<(event: LibraryEvent) => void>();
  const emit = (event: LibraryEvent) => {
    for (const listener of listeners) listener(event);
  };
  const onWindow = (data: Window) => emit({ name: 'window', data });
  const onSession = (data: Session) => emit({ name: 'session', data });

  const landAnswer = createLandAnswer({ catalog, rememberAddresses, now });
  const glance = createGlance({ catalog, zoom, landAnswer, now });
  const runPass = createPass({
    catalog,
    prepareReading: createReadings({ zoom, landAnswer, now, log }),
    glance,
    now,
    log,
  });
  const desk = createWindowDesk({ catalog, runPass, onRefresh: glance.distrust, onWindow, now, log });
  const reader = createSessionReader({ catalog, zoom, landAnswer });
  const stopping = new AbortController();
  const { signal } = stopping;
  let prepared: Promise<void> | undefined;
  const tellAddresses = createTellAddresses({ catalog, zoom, reader, rememberAddresses, signal });
  const onHistory = (data: History) => emit({ name: 'history', data });
  const reconcile = createReconcile({
    runPass,
    desk,
    onWindow,
    now,
    log,
    ...(deps.reconcileMs === undefined ? {} : { everyMs: deps.reconcileMs }),
  });
  const onGone = (id: string) => emit({ name: 'gone', data: { id } });
  const moves = createMoveNews({ catalog, desk, onSession, onGone, onWindow, log });
  const history = createHistory({ catalog, desk, since: historySince, onHistory, now, log });

  return {
    listSessions: createListSessions({ catalog, desk, now }),
    ...createListMonths({ catalog, desk, now }),
    getSession: createGetSession({ catalog, zoom, reader, desk, onSession, now, log }),
    listUpstream: createListUpstream({ zoom, landAnswer }),

    /** @throws FileNotFound when no answer of Zoom has shown such a file, or it is gone. */
    async findFile(fileId: string): Promise<LibraryFile> {
      const found = await catalog.findFile(fileId);
      if (!found) throw new FileNotFound('the catalog knows no such file');
      const { zoomId, name, startTime } = presentSession(found.session);
      return { file: presentFile(found.file, found.session), session: { zoomId, name, startTime } };
    },

    newestFile: createNewestFile({ catalog }),

    /** These sessions as the catalog has them, in no order; Zoom is not asked. */
    async loadSessions(zoomIds: readonly string[]): Promise<Session[]> {
      return (await catalog.findSessions(zoomIds)).map((session) => presentSession(session));
    },

    /** Has Zoom asked for the addresses of a session's files, once for all who ask meanwhile. Throws zoom's errors. */
    async askAddresses(zoomId: string, urgency: Urgency = 'person'): Promise<void> {
      if (urgency === 'background') await tellAddresses(zoomId);
      else await reader.read(zoomId, urgency);
    },

    /** Brings one session up to date after news of it. */
    followSession: createFollowSession({ catalog, reader, desk, onSession, onWindow }),

    /** Has many moves that the catalog knows of confirmed at once. */
    followMoves: createFollowMoves({ catalog, desk }),

    /** Tells of a session that was moved in the catalog by itself, and of the lists it stands in. */
    tellOfMove: moves.tell,

    /** Has these windows read now, newest first, and returns them as they stand. */
    refresh(request: RefreshRequest): Promise<Window[]> {
      const keys: WindowKey[] =
        'trash' in request ? [{ kind: 'trash', trash: request.trash }] : windowsOf(request, now());
      return desk.refresh(keys);
    },

    ...createSavedSearches({ catalog, now }),
    ...createPositions({ catalog, now }),
    ...createWalkSessions({ catalog, now }),

    /** How far the past is read, now. */
    history: history.current,
    /** Has the past read behind everything else, from now on. */
    startHistory: history.start,
    /** Has the last days and the trash read again every few minutes, from now on. */
    startReconciling: reconcile.start,
    /** Pauses that, or lets it go on. */
    steerHistory: (request: HistoryRequest): Promise<History> => history.steer(request),

    /** How much the catalog holds; in months the live sessions lie in. */
    counts: catalog.counts,

    subscribe(listener: (event: LibraryEvent) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Has what searches look into read into memory, a little at a time, so that the first search need not wait for it. */
    startPreparing(): void {
      prepared ??= catalog.prepareSearches(signal).catch((error: unknown) => {
        log.warn({ err: error }, 'searches could not be prepared');
      });
    },

    /** Ends passes and single reads, and waits for them; nothing of the catalog is used afterwards. */
    async stop(): Promise<void> {
      stopping.abort();
      moves.stop();
      await Promise.all([history.stop(), reconcile.stop(), desk.stop(), reader.stop(), prepared]);
    },
  };
}
