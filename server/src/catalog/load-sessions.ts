import { anyOf } from './json-values.ts';
import { unpackFiles } from './packed-files.ts';
import type { Db, SessionRow } from './schema.ts';
import { type StoredFile, type StoredSession, toStoredSession } from './stored-session.ts';

/** The sessions with these ids of Zoom, with their files. */
export async function loadByZoomIds(db: Db, zoomIds: readonly string[]): Promise<StoredSession[]> {
  if (zoomIds.length === 0) return [];
  const rows = await db.selectFrom('sessions').selectAll().where('zoom_id', 'in', anyOf(zoomIds)).execute();
  return withFiles(db, rows);
}

/** The sessions with these rids that there still are, in that order, with their files. */
export async function loadByRids(db: Db, rids: readonly number[]): Promise<StoredSession[]> {
  if (rids.length === 0) return [];
  const rows = await db.selectFrom('sessions').selectAll().where('rid', 'in', anyOf(rids)).execute();
  const sessionOf = new Map((await withFiles(db, rows)).map((session) => [session.rid, session]));
  return rids.flatMap((rid) => sessionOf.get(rid) ?? []);
}

/** These rows as sessions with their files, in the same order; the files in one query. */
export async function withFiles(db: Db, rows: readonly SessionRow[]): Promise<StoredSession[]> {
  const filesOf = await loadFiles(
    db,
    rows.map((row) => row.rid),
  );
  return rows.map((row) => toStoredSession(row, filesOf.get(row.rid) ?? []));
}

async function loadFiles(db: Db, rids: readonly number[]): Promise<Map<number, StoredFile[]>> {
  if (rids.length === 0) return new Map();
  const rows = await db
    .selectFrom('session_files')
    .selectAll()
    .where('session_rid', 'in', anyOf(rids))
    .execute();
  return new Map(rows.map((row) => [row.session_rid, unpackFiles(row.packed)]));
}
