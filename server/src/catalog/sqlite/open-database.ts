import { statSync } from 'node:fs';
import Database from 'libsql';
import type { Log } from '../../log.ts';
import { CatalogError } from '../errors.ts';
import { carryOver } from './carry-over.ts';
import { forgetCleanStop, wasStoppedCleanly } from './clean-stop.ts';
import { codeOf, databasePath, moveAside, prepareDataFolder } from './data-folder.ts';
import { type Hold, holdFolder } from './hold-folder.ts';
import { migrate, schemaVersion, versionOf } from './migrate.ts';

/** Long enough for another process's short write, short enough to say so within five seconds. */
const BUSY_TIMEOUT_MS = 2000;

/** A reason, in words, why a database cannot be used and is to be rebuilt. */
class Unusable extends Error {}

/**
 * Opens the database of a data folder, for nobody else meanwhile, rebuilding it when it is damaged or of a newer version: what
 * came from Zoom comes back from there, what people wrote is carried over as far as it can be read.
 *
 * @throws CatalogError when the folder cannot be written or another process holds the database.
 */
export function openDatabase(place: { dataDir: string; log: Log }): {
  database: Database.Database;
  hold: Hold;
} {
  const { dataDir } = place;
  prepareDataFolder(dataDir);
  const hold = holdOrRefuse(dataDir);
  try {
    return { database: openOrRebuild(place), hold };
  } catch (error) {
    hold.release();
    throw error;
  }
}

function holdOrRefuse(dataDir: string): Hold {
  try {
    return holdFolder(dataDir);
  } catch (cause) {
    throw isLocked(cause) ? lockedError(dataDir, cause) : unreadableError(dataDir, cause);
  }
}

function openOrRebuild({ dataDir, log }: { dataDir: string; log: Log }): Database.Database {
  try {
    return openChecked(dataDir);
  } catch (cause) {
    if (isLocked(cause)) throw lockedError(dataDir, cause);
    const reason = cause instanceof Unusable ? cause.message : damageIn(cause);
    if (reason === null) throw unreadableError(dataDir, cause);
    const aside = moveAside(dataDir, Date.now());
    log.warn({ event: 'catalog-rebuilt', reason, aside }, `The catalog is rebuilt from Zoom: ${reason}`);
    prepareDataFolder(dataDir);
    const database = openChecked(dataDir);
    carryOver({ aside, database, log });
    return database;
  }
}

/** One more connection to the same file, for reading beside a transaction. */
export function openReader(dataDir: string): Database.Database {
  const database = new Database(databasePath(dataDir), { timeout: BUSY_TIMEOUT_MS });
  database.exec(`PRAGMA query_only = ON; ${tuning}`);
  return database;
}

/** One more connection to the same file, for another thread that writes. */
export function openWriter(dataDir: string): Database.Database {
  const database = new Database(databasePath(dataDir), { timeout: BUSY_TIMEOUT_MS });
  database.exec(`PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; ${tuning}`);
  return database;
}

/**
 * Folds the log into the database file and closes it. libsql lets go of the file only when its last statement is
 * collected, too late for SQLite to do this by itself.
 */
export function closeDatabase(database: Database.Database): void {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

/** A database that lives as long as the process, for tests. */
export function openInMemory(): Database.Database {
  const database = new Database(':memory:');
  database.exec('PRAGMA foreign_keys = ON');
  migrate(database);
  return database;
}

/**
 * 8 MiB of page cache for each connection; what is not in it, the system has. No mmap: a file cut short beneath it would end
 * the process. A log of 16 MiB before it is folded into the database: a pass writes many pages more than once.
 */
const tuning = 'PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000;';

function openChecked(dataDir: string): Database.Database {
  const isTrusted = wasStoppedCleanly(dataDir);
  const database = new Database(databasePath(dataDir), { timeout: BUSY_TIMEOUT_MS });
  try {
    refuseNewer(database);
    if (!isTrusted && statSync(databasePath(dataDir)).size > 0) checkIntegrity(database);
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; ${tuning}`,
    );
    migrate(database);
    forgetCleanStop(dataDir);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function refuseNewer(database: Database.Database): void {
  const version = versionOf(database);
  if (version <= schemaVersion) return;
  throw new Unusable(
    `it was written by a newer version of Matinee (${version}, this one knows ${schemaVersion})`,
  );
}

function checkIntegrity(database: Database.Database): void {
  const rows = database.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[]; // SQLite's own column
  if (rows[0]?.quick_check !== 'ok') throw new Unusable('it is damaged');
}

function isLocked(cause: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(cause));
}

/** What is wrong with the file itself; null when the trouble lies elsewhere (permissions, a full disk). */
function damageIn(cause: unknown): string | null {
  const code = codeOf(cause);
  if (code.startsWith('SQLITE_NOTADB')) return 'it is not a database';
  return /^SQLITE_(CORRUPT|ERROR|CONSTRAINT|SCHEMA|FORMAT|MISMATCH)/.test(code) ? 'it is damaged' : null;
}

function lockedError(dataDir: string, cause: unknown): CatalogError {
  return new CatalogError(
    `Another program, perhaps another Matinee, holds the database in ${dataDir}. Stop it, or set MATINEE_DATA_DIR to another folder.`,
    { cause },
  );
}

function unreadableError(dataDir: string, cause: unknown): CatalogError {
  return new CatalogError(
    `The database in ${dataDir} cannot be opened (${codeOf(cause)}). Set MATINEE_DATA_DIR to another folder.`,
    { cause },
  );
}
