import type { Db, FileRow, SessionRow } from './schema.ts';
import { type StoredSession, toStoredSession } from './stored-session.ts';

/** Far below SQLite's limit of 32,766 parameters, and few enough different texts of one statement. */
const CHUNK = 500;

/** The sessions with these ids of Zoom, with their files. */
export async function loadByZoomIds(db: Db, zoomIds: readonly string[]): Promise<StoredSession[]> {
  const rows: SessionRow[] = [];
  for (const chunk of chunks(zoomIds)) {
    rows.push(...(await db.selectFrom('sessions').selectAll().where('zoom_id', 'in', chunk).execute()));
  }
  return withFiles(db, rows);
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
  for (const chunk of chunks(rids)) {
    const rows = await db
      .selectFrom('files')
      .selectAll()
      .where('session_rid', 'in', chunk)
      .orderBy('session_rid')
      .orderBy('n')
      .execute();
    for (const row of rows) {
      const files = filesOf.get(row.session_rid);
      if (files) files.push(row);
      else filesOf.set(row.session_rid, [row]);
    }
  }
  return filesOf;
}

/** The items in groups small enough for one statement; none for none. */
export function chunks<Item>(items: readonly Item[], size = CHUNK): Item[][] {
  const groups: Item[][] = [];
  for (let start = 0; start < items.length; start += size) groups.push(items.slice(start, start + size));
  return groups;
}
