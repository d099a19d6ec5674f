import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CatalogError } from '../errors.ts';

/** The database of a data folder and the two files SQLite keeps beside it. */
export function databasePath(dataDir: string): string {
  return join(dataDir, 'catalog.db');
}

/**
 * Makes sure that the folder is there (0700 when we make it) and that the database file is ours alone (0600) before
 * SQLite opens it: `-wal` and `-shm` take their mode from it.
 *
 * @throws CatalogError when the folder or the file cannot be written.
 */
export function prepareDataFolder(dataDir: string): void {
  try {
    makeFolder(resolve(dataDir));
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const path = databasePath(dataDir);
    closeSync(openSync(path, 'a', 0o600));
    for (const suffix of ['', '-wal', '-shm']) {
      if (exists(path + suffix)) chmodSync(path + suffix, 0o600);
    }
  } catch (cause) {
    throw new CatalogError(
      `The data folder ${dataDir} cannot be written (${codeOf(cause)}). Set MATINEE_DATA_DIR to a folder you may write to.`,
      { cause },
    );
  }
}

/** `mkdirSync` with `recursive` never returns where a folder cannot be made at all, as in `/proc` (Node 20). */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/**
 * Takes an unusable database out of the way under a name with the time, so that a clean one can begin.
 *
 * @returns the new name. @throws CatalogError when it cannot be renamed.
 */
export function moveAside(dataDir: string, nowMs: number): string {
  const path = databasePath(dataDir);
  const aside = `${path}.${new Date(nowMs).toISOString().replaceAll(':', '-')}.unusable`;
  try {
    for (const suffix of ['', '-wal', '-shm']) {
      if (exists(path + suffix)) renameSync(path + suffix, aside + suffix);
    }
  } catch (cause) {
    throw new CatalogError(
      `The database in ${dataDir} is unusable and cannot be moved aside (${codeOf(cause)}). Set MATINEE_DATA_DIR to another folder, or remove it.`,
      { cause },
    );
  }
  return aside;
}

/** The system's short name of what went wrong, e.g. `EACCES`. */
export function codeOf(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.message : 'unknown';
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
