import { closeSync, openSync } from 'node:fs';
import Database from 'libsql';
import { databasePath } from './data-folder.ts';

/** Long enough for a process that is just ending. */
const PATIENCE_MS = 2000;

/** A data folder that is ours until it is released. */
export interface Hold {
  release(): void;
}

/**
 * Keeps every other Matinee out of a data folder, until `release` or the end of this process, however it ends: two that go on with
 * the same work would each ask Zoom to do it. The lock is that of an empty database of its own, as the catalog itself stays
 * open to readers.
 *
 * @throws SQLite's error, SQLITE_BUSY when the folder is held.
 */
export function holdFolder(dataDir: string): Hold {
  const path = `${databasePath(dataDir)}.lock`;
  closeSync(openSync(path, 'a', 0o600));
  const lock = new Database(path, { timeout: PATIENCE_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return {
    release() {
      // By itself libsql lets go of a file only when its last statement is collected.
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}
