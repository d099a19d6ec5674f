import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ItemRecord } from '../catalog/changes/records.ts';
import type { Catalog } from '../catalog/open-catalog.ts';
import type { CatalogFile, CatalogSession } from '../catalog/rows.ts';
import type { ChangeAction, ChangeTarget, WindowProblem } from '../contract/index.ts';
import { alreadyInTrash, inTrashAsAWhole, notInTrash, unknownRecording, withoutId } from './item-problem.ts';

/** Sessions that are held in memory at the same time; between two such groups others get their turn. */
const BATCH = 300;

/** Words of the library about recordings: our ids, and what a file is called. */
export interface Words {
  parseSessionId: (id: string) => string | null;
  toSessionId: (zoomId: string) => string;
  labelOf: (file: CatalogFile) => string;
}

type Deps = { catalog: Pick<Catalog, 'findSessions'>; words: Words };

/**
 * What the catalog knows of each target, in their order: an item that is queued, or that has failed already because it is
 * not where the action needs it to be.
 */
export async function resolveTargets(
  { catalog, words }: Deps,
  { action, targets }: { action: ChangeAction; targets: readonly ChangeTarget[] },
): Promise<ItemRecord[]> {
  const items: ItemRecord[] = [];
  for (let start = 0; start < targets.length; start += BATCH) {
    const group = targets.slice(start, start + BATCH);
    const zoomIds = group.map(({ sessionId }) => words.parseSessionId(sessionId));
    const found = await catalog.findSessions([...new Set(zoomIds.filter((id) => id !== null))]);
    const sessionOf = new Map(found.map((session) => [session.zoomId, session]));
    for (const [offset, target] of group.entries()) {
      const zoomId = zoomIds[offset] ?? '';
      const known = { zoomId, session: sessionOf.get(zoomId), target, action, labelOf: words.labelOf };
      items.push(toItem(known, start + offset));
    }
    await nextTurn();
  }
  return items;
}

interface Known {
  zoomId: string;
  session: CatalogSession | undefined;
  target: ChangeTarget;
  action: ChangeAction;
  labelOf: Words['labelOf'];
}

function toItem({ zoomId, session, target, action, labelOf }: Known, index: number): ItemRecord {
  const file = session?.files.find(({ id }) => id === target.fileId);
  const files = target.fileId === undefined ? wholeOf(session) : file ? [file] : [];
  const refusal =
    target.fileId === undefined ? refuseSession(action, session) : refuseFile(action, { session, file });
  return {
    index,
    zoomId,
    fileId: target.fileId ?? null,
    zoomFileId: file?.zoomId ?? null,
    name: session?.name ?? null,
    label: file ? labelOf(file) : null,
    startMs: session?.startMs ?? null,
    sizeBytes: files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0),
    files: files.length,
    externalFiles: files.filter(({ isExternal }) => isExternal).length,
    state: refusal ? 'failed' : 'queued',
    callId: null,
    problem: refusal && JSON.stringify(refusal),
    changedMs: null,
    trackingId: null,
  };
}

/** The files that go where their session goes. */
function wholeOf(session: CatalogSession | undefined): CatalogFile[] {
  if (!session) return [];
  return session.state === 'trashed' ? session.files : session.files.filter(({ isLive }) => isLive);
}

function refuseSession(action: ChangeAction, session: CatalogSession | undefined): WindowProblem | null {
  if (!session) return unknownRecording;
  const isInTrash = session.state === 'trashed';
  if (action === 'trash') return isInTrash ? alreadyInTrash : null;
  return isInTrash ? null : notInTrash;
}

function refuseFile(
  action: ChangeAction,
  { session, file }: { session: CatalogSession | undefined; file: CatalogFile | undefined },
): WindowProblem | null {
  if (!session || !file) return unknownRecording;
  if (session.state === 'trashed') return action === 'trash' ? alreadyInTrash : inTrashAsAWhole;
  if (file.zoomId === null) return withoutId;
  if (action === 'trash') return file.isLive ? null : alreadyInTrash;
  return file.isTrashed ? null : notInTrash;
}
