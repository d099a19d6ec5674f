import { fileIdHash, usableZoomFileId } from './file-identity.ts';
import { findFileOwners, type KnownFileIds } from './file-ids.ts';
import { loadByRids, loadByZoomIds } from './load-sessions.ts';
import { type Evidence, matchKey, mergeSession } from './merge-session.ts';
import { assignRids, positionFor, type Span } from './place-sessions.ts';
import type { ListName, SessionDraft } from './rows.ts';
import type { Db } from './schema.ts';
import type { SeenUnchanged } from './seen-unchanged.ts';
import { nextSequence } from './sequence.ts';
import type { StoredSession } from './stored-session.ts';
import { digestsOf, findUnchanged, toldOf } from './told-before.ts';
import { isChanged, type SessionChange, writeChanges } from './write-sessions.ts';

/** Sessions of one answer of Zoom. `span` is what a window asked for, when the answer agrees with the question. */
export interface Landing {
  list: ListName;
  isSingle: boolean;
  span: Span | null;
  nowMs: number;
  sessions: readonly SessionDraft[];
}

/** What became of one session: the ids of its files in the order they were told, and whether anything is new. */
export interface LandedSession {
  zoomId: string;
  fileIds: string[];
  isChanged: boolean;
}

/** Stores what one answer told, whole or not at all; returns one entry per session as told. */
export async function landSessions(
  { db, ...memory }: LandingPlace,
  landing: Landing,
): Promise<LandedSession[]> {
  if (landing.sessions.length === 0) return [];
  await memory.fileIds.ready();
  return db.transaction().execute((transaction) => land({ db: transaction, ...memory }, landing));
}

/** The database, and what is remembered of it. */
interface LandingPlace {
  db: Db;
  seen: SeenUnchanged;
  fileIds: KnownFileIds;
}

async function land({ db, seen, fileIds }: LandingPlace, landing: Landing): Promise<LandedSession[]> {
  const drafts = uniteSameSessions(landing.sessions);
  const seq = await nextSequence(db);
  const digests = digestsOf(drafts.values(), landing);
  const unchanged = await findUnchanged(db, digests);
  seen.add([...unchanged.values()], seq);
  for (const zoomId of unchanged.keys()) drafts.delete(zoomId);
  const known = byZoomId(await loadByZoomIds(db, [...drafts.keys()]));
  const evidence: Omit<Evidence, 'isTaken'> = { ...landing, seq };
  const owners = await loadFileOwners({ db, fileIds }, { drafts: [...drafts.values()], known });
  const merged = [...drafts.values()].map((draft) => {
    const before = known.get(draft.zoomId) ?? null;
    const after = mergeSession(before, {
      draft,
      positionMs: positionFor(before, { draft, span: landing.span }),
      evidence: { ...evidence, isTaken: (id) => isTakenByOther(owners, { id, zoomId: draft.zoomId }) },
    });
    for (const file of after.files) owners.set(file.id, owners.get(file.id) ?? draft.zoomId);
    return { before, after: { ...after, told: toldOf(after, digests.get(draft.zoomId)) } };
  });
  const changes = await withRids(db, merged);
  await writeChanges(db, changes);
  const changeOf = new Map(changes.map((change) => [change.after.zoomId, change]));
  return landing.sessions.map((session) => {
    return unchanged.has(session.zoomId)
      ? landedBefore(session)
      : landed(session, changeOf.get(session.zoomId));
  });
}

/** One session met twice in one answer: its files are those of both. */
function uniteSameSessions(sessions: readonly SessionDraft[]): Map<string, SessionDraft> {
  const drafts = new Map<string, SessionDraft>();
  for (const session of sessions) {
    const first = drafts.get(session.zoomId);
    drafts.set(session.zoomId, first ? { ...first, files: [...first.files, ...session.files] } : session);
  }
  return drafts;
}

/** Which session bears each id that a new file of this answer would like. */
async function loadFileOwners(
  { db, fileIds }: Pick<LandingPlace, 'db' | 'fileIds'>,
  { drafts, known }: { drafts: readonly SessionDraft[]; known: ReadonlyMap<string, StoredSession> },
): Promise<Map<string, string>> {
  const wanted = drafts.flatMap((draft) => {
    const borne = new Set(known.get(draft.zoomId)?.files.map((file) => file.zoomId));
    return draft.files.flatMap((file) => {
      const id = usableZoomFileId(file);
      return id === null || borne.has(id) ? [] : [id];
    });
  });
  const borne = fileIds.claim(wanted.map(fileIdHash));
  const sessions = await loadByRids(db, await findFileOwners(db, borne));
  return new Map(sessions.flatMap(({ zoomId, files }) => files.map(({ id }) => [id, zoomId])));
}

function isTakenByOther(
  owners: ReadonlyMap<string, string>,
  { id, zoomId }: { id: string; zoomId: string },
): boolean {
  const owner = owners.get(id);
  return owner !== undefined && owner !== zoomId;
}

type Landed = SessionChange & { after: StoredSession };

async function withRids(
  db: Db,
  merged: readonly { before: StoredSession | null; after: StoredSession }[],
): Promise<Landed[]> {
  const moving = merged.filter(({ before, after }) => before?.positionMs !== after.positionMs);
  const rids = await assignRids(
    db,
    moving.map(({ after }) => after),
  );
  return merged.map(({ before, after }) => ({
    before,
    after: { ...after, rid: rids.get(after.zoomId) ?? after.rid },
  }));
}

/** What was told word for word before has only files that bear Zoom's ids (toldOf). */
function landedBefore({ zoomId, files }: SessionDraft): LandedSession {
  return { zoomId, fileIds: files.map((file) => file.zoomId ?? ''), isChanged: false };
}

function landed(session: SessionDraft, change: Landed | undefined): LandedSession {
  const ids = new Map(change?.after.files.map((file) => [matchKey(session.zoomId, file), file.id]));
  return {
    zoomId: session.zoomId,
    fileIds: session.files.map((file) => ids.get(matchKey(session.zoomId, file)) ?? ''),
    isChanged: change !== undefined && isChanged(change),
  };
}

function byZoomId(sessions: readonly StoredSession[]): Map<string, StoredSession> {
  return new Map(sessions.map((session) => [session.zoomId, session]));
}
