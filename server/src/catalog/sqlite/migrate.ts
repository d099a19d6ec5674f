import type Database from 'libsql';
import { sessionsFilesWindows } from './migrations/0001-sessions-files-windows.ts';
import { savedSearches } from './migrations/0002-saved-searches.ts';
import { peopleAndStates } from './migrations/0003-people-and-states.ts';
import { searchIndex } from './migrations/0004-search-index.ts';
import { packedFiles } from './migrations/0005-packed-files.ts';
import { moments } from './migrations/0007-moments.ts';
import { changesAndAudit } from './migrations/0008-changes-and-audit.ts';
import { positions } from './migrations/0009-positions.ts';
import { webhookEvents } from './migrations/0010-webhook-events.ts';
import { locality } from './migrations/0011-locality.ts';
import { monthVersions } from './migrations/0012-month-versions.ts';
import { momentCounts } from './migrations/0013-moment-counts.ts';

/** Statements, or what takes more than statements, within the transaction of its step. */
type Migration = string | ((database: Database.Database) => void);

/** In order; the version of a database is how many of them it has seen. Never edit one that has shipped. */
const migrations: readonly Migration[] = [
  sessionsFilesWindows,
  savedSearches,
  peopleAndStates,
  searchIndex,
  packedFiles,
  webhookEvents,
  locality,
  monthVersions,
  positions,
  moments,
  changesAndAudit,
  momentCounts,
];

/** The version this program writes. */
export const schemaVersion = migrations.length;

/** The version of an open database: 0 for a fresh one. */
export function versionOf(database: Database.Database): number {
  const [row] = database.prepare('PRAGMA user_version').all() as { user_version: number }[]; // SQLite's own column
  return row?.user_version ?? 0;
}

/** Brings a database up to date, each step whole or not at all. */
export function migrate(database: Database.Database): void {
  const from = versionOf(database);
  for (const [index, migration] of migrations.entries()) {
    if (index >= from) apply(database, { migration, version: index + 1 });
  }
}

function apply(
  database: Database.Database,
  { migration, version }: { migration: Migration; version: number },
): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    if (typeof migration === 'string') database.exec(migration);
    else migration(database);
    database.exec(`PRAGMA user_version = ${version}; COMMIT;`);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
