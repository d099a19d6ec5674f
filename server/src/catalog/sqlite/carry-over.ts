import Database from 'libsql';
import type { Log } from '../../log.ts';

const COLUMNS = ['id', 'name', 'search', 'created_ms'] as const;

/**
 * Takes what people wrote from a database that was put aside into the one that begins anew: nobody else could give it back.
 * What cannot be read is told in the log, and costs nothing but itself.
 */
export function carryOver(from: { aside: string; database: Database.Database; log: Log }): void {
  const { aside, database, log } = from;
  try {
    const rows = readSavedSearches(aside);
    const insert = database.prepare(
      `INSERT OR IGNORE INTO saved_searches (${COLUMNS.join(', ')}) VALUES (?, ?, ?, ?)`,
    );
    for (const row of rows) insert.run(...COLUMNS.map((column) => row[column]));
    if (rows.length > 0) log.info({ savedSearches: rows.length }, 'Saved searches were carried over');
  } catch (cause) {
    log.warn({ aside, err: cause }, 'Saved searches could not be read from the catalog that was put aside');
  }
}

function readSavedSearches(aside: string): Record<(typeof COLUMNS)[number], string | number>[] {
  const old = new Database(aside);
  try {
    old.exec('PRAGMA query_only = ON');
    const tables = old.prepare("SELECT name FROM sqlite_schema WHERE name = 'saved_searches'").all();
    if (tables.length === 0) return [];
    return old.prepare(`SELECT ${COLUMNS.join(', ')} FROM saved_searches`).all() as Record<
      (typeof COLUMNS)[number],
      string | number
    >[]; // the columns just named, none of which can be null
  } finally {
    old.close();
  }
}
