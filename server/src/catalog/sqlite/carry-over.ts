import Database from 'libsql';
import type { Log } from '../../log.ts';

/** What people wrote, and what was done in their name: the only tables that cannot be read again from Zoom. */
const TABLES = {
  saved_searches: 'Saved searches',
  positions: 'Positions in sessions',
  changes: 'Changes of recordings',
  change_items: 'Items of changes',
  audit_calls: 'Calls of the audit log',
  audit_results: 'Results of the audit log',
} as const;

interface CarryOver {
  aside: string;
  database: Database.Database;
  log: Log;
}

/**
 * Takes what people wrote from a database that was put aside into the one that begins anew: nobody else could give it back.
 * What cannot be read is told in the log, and costs nothing but itself.
 */
export function carryOver({ aside, database, log }: CarryOver): void {
  // Order matters: items refer to changes, results to calls.
  for (const [table, what] of Object.entries(TABLES)) carryTable({ table, what }, { aside, database, log });
}

function carryTable(
  { table, what }: { table: string; what: string },
  { aside, database, log }: CarryOver,
): void {
  try {
    const rows = readTable(aside, table);
    insertRows(database, { table, rows });
    if (rows.length > 0) log.info({ rows: rows.length }, `${what} were carried over`);
  } catch (cause) {
    log.warn({ aside, err: cause }, `${what} could not be read from the catalog that was put aside`);
  }
}

type Row = Record<string, string | number | null>;

function readTable(aside: string, table: string): Row[] {
  const old = new Database(aside);
  try {
    old.exec('PRAGMA query_only = ON');
    const tables = old.prepare('SELECT name FROM sqlite_schema WHERE name = ?').all(table);
    return tables.length === 0 ? [] : (old.prepare(`SELECT * FROM ${table}`).all() as Row[]); // no column of these is a blob
  } finally {
    old.close();
  }
}

/** An older or newer program's columns are carried as far as both have them. */
function insertRows(
  database: Database.Database,
  { table, rows }: { table: string; rows: readonly Row[] },
): void {
  const known = new Set(columnsOf(database, table));
  const columns = Object.keys(rows[0] ?? {}).filter((column) => known.has(column));
  if (columns.length === 0) return;
  const places = columns.map(() => '?').join(', ');
  const insert = database.prepare(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
  );
  database.exec('BEGIN');
  for (const row of rows) insert.run(...columns.map((column) => row[column]));
  database.exec('COMMIT');
}

function columnsOf(database: Database.Database, table: string): string[] {
  const rows = database.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[]; // SQLite's own column
  return rows.map(({ name }) => name);
}
