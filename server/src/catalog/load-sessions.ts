import { sql } from 'kysely';
import { anyOf } from './json-values.ts';
import { type Db, FILE_COLUMNS, type FileRow, type SessionRow } from './schema.ts';
import { type StoredSession, toStoredSession } from './stored-session.ts';

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

async function loadFiles(db: Db, rids: readonly number[]): Promise<Map<number, FileRow[]>> {
  const filesOf = new Map<number, FileRow[]>();
  if (rids.length === 0) return filesOf;
  // One row per session with all its files as JSON: a third of the time that a row per file takes in libsql.
  const rows = await db
    .selectFrom('files')
    .select(['session_rid', sql<string>`json_group_array(json_array(${fileColumns}) ORDER BY n)`.as('files')])
    .where('session_rid', 'in', anyOf(rids))
    .groupBy('session_rid')
    .execute();
  for (const row of rows) filesOf.set(row.session_rid, JSON.parse(row.files).map(toFileRow));
  return filesOf;
}

const fileColumns = sql.join(FILE_COLUMNS.map((column) => sql.ref(column)));

function toFileRow(values: readonly unknown[]): FileRow {
  return Object.fromEntries(
    FILE_COLUMNS.map((column, index) => [column, values[index]]),
  ) as unknown as FileRow; // the columns of the table
}
