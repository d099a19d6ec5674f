import type Database from 'libsql';
import type { CatalogCounts } from './counts.ts';

/** What is looked through whole: a larger database would hold up everybody for seconds, and is looked through at start after a crash. */
const LOOKED_THROUGH_BYTES = 64 * 1024 ** 2;

/** What the database says of itself: `problem` is null when it found nothing wrong. */
export function createCheck({
  database,
  counts,
}: {
  database: Database.Database;
  counts: () => CatalogCounts;
}) {
  return (): { problem: string | null; sessions: number } => {
    try {
      return {
        problem: sizeOf(database) > LOOKED_THROUGH_BYTES ? null : firstComplaint(database),
        sessions: counts().sessions,
      };
    } catch (cause) {
      return { problem: cause instanceof Error ? cause.message : String(cause), sessions: 0 };
    }
  };
}

function sizeOf(database: Database.Database): number {
  return single(database, 'page_count') * single(database, 'page_size');
}

function single(database: Database.Database, pragma: 'page_count' | 'page_size'): number {
  const [row] = database.prepare(`PRAGMA ${pragma}`).all() as Record<string, number>[]; // SQLite's own column
  return row?.[pragma] ?? 0;
}

function firstComplaint(database: Database.Database): string | null {
  const [row] = database.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[]; // SQLite's own column
  return row?.quick_check === 'ok' ? null : (row?.quick_check ?? 'it does not answer');
}
