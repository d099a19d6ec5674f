import { sql } from 'kysely';
import { fileState } from '../file-state.ts';
import type { Db } from '../schema.ts';
import { IN_LIVE, type StoredFile, type StoredSession, stateOf } from '../stored-session.ts';

/** Kinds of files that hold words. */
const SPOKEN: ReadonlySet<string> = new Set(['transcript', 'captions', 'chat']);

/** A session whose words are to be read. `revision` tells whether it has changed since. */
export interface SpokenWork {
  zoomId: string;
  positionMs: number;
  attempts: number;
  revision: number;
}

/** Notes every session whose files of words are other ones now, within the transaction that changes them. */
export async function noteSpoken(
  db: Db,
  changes: readonly { before: StoredSession | null; after: StoredSession | null }[],
): Promise<void> {
  const rows = changes.flatMap(({ before, after }) => {
    const session = after ?? before;
    if (!session || digestOf(before) === digestOf(after)) return [];
    return [[session.zoomId, session.positionMs, readableFiles(after).length]];
  });
  if (rows.length === 0) return;
  await sql`
    INSERT INTO moment_work (zoom_id, position_ms, files)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (zoom_id) DO UPDATE SET position_ms = excluded.position_ms, files = excluded.files, attempts = 0,
      not_before_ms = 0, revision = revision + 1`.execute(db);
}

/** The newest sessions whose words can be read now. */
export async function loadWork(
  db: Db,
  { nowMs, limit }: { nowMs: number; limit: number },
): Promise<SpokenWork[]> {
  const { rows } = await sql<SpokenWork>`
    SELECT zoom_id AS zoomId, position_ms AS positionMs, attempts, revision FROM moment_work
    WHERE not_before_ms <= ${nowMs} ORDER BY position_ms DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** When something that waits can be tried again, epoch milliseconds; null when nothing waits. */
export async function nextWorkMs(db: Db): Promise<number | null> {
  const { rows } = await sql<{ at: number | null }>`SELECT min(not_before_ms) AS at FROM moment_work`.execute(
    db,
  );
  return rows[0]?.at ?? null;
}

/** What became of a session's words: all done, or when what is left is tried again. */
export interface WorkEnd extends SpokenWork {
  retry: { notBeforeMs: number; files: number } | null;
}

/** Ends a work, unless the session has changed since: then it is due again. */
export async function endWork(db: Db, { zoomId, revision, attempts, retry }: WorkEnd): Promise<void> {
  const isSame = sql`zoom_id = ${zoomId} AND revision = ${revision}`;
  await (retry === null
    ? sql`DELETE FROM moment_work WHERE ${isSame}`
    : sql`UPDATE moment_work SET attempts = ${attempts + 1}, not_before_ms = ${retry.notBeforeMs},
        files = ${retry.files} WHERE ${isSame}`
  ).execute(db);
}

function digestOf(session: StoredSession | null): string {
  const spoken = session?.files.filter(isSpoken) ?? [];
  if (!session || spoken.length === 0) return '';
  const facts = spoken.map(({ id, kind, startMs, endMs, sizeBytes, status, hasAddress, lists }) => {
    return [id, kind, startMs, endMs, sizeBytes, status, hasAddress, lists & IN_LIVE];
  });
  return JSON.stringify([stateOf(session), facts]);
}

function readableFiles(session: StoredSession | null): StoredFile[] {
  if (!session || stateOf(session) !== 'live') return [];
  return session.files.filter((file) => {
    return isSpoken(file) && (file.lists & IN_LIVE) !== 0 && fileState(file) === 'ready';
  });
}

function isSpoken({ kind }: StoredFile): boolean {
  return SPOKEN.has(kind);
}
