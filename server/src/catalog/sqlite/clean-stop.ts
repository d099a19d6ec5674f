import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { databasePath } from './data-folder.ts';

/**
 * A small file beside the database that says: it was closed in order, and looked like this. Reading a whole
 * database to check it costs seconds when it is large; that is done only when this file does not vouch for it.
 */
export function wasStoppedCleanly(dataDir: string): boolean {
  try {
    return readFileSync(markPath(dataDir), 'utf8') === fingerprint(dataDir);
  } catch {
    return false; // no mark, or none that can be read: check
  }
}

/** While the database is open, nothing vouches for it. */
export function forgetCleanStop(dataDir: string): void {
  rmSync(markPath(dataDir), { force: true });
}

/** To be called after the database was closed. */
export function markCleanStop(dataDir: string): void {
  writeFileSync(markPath(dataDir), fingerprint(dataDir), { mode: 0o600 });
}

function markPath(dataDir: string): string {
  return `${databasePath(dataDir)}.clean`;
}

function fingerprint(dataDir: string): string {
  const { size, mtimeMs } = statSync(databasePath(dataDir));
  return `${size} ${mtimeMs}`;
}
