import type Database from 'libsql';
import type { Durably } from './durably.ts';

const NAME = 'history-paused';

/** Whether a person has paused reading the past. Read at once: it is asked for before anything else runs. */
export function isHistoryPaused(database: Database.Database): boolean {
  const rows = database.prepare('SELECT value FROM meta WHERE name = ?').all(NAME) as { value: number }[]; // the column just named
  return rows[0]?.value === 1;
}

/** Remembers the pause, or its end, over restarts. */
export async function saveHistoryPause(durably: Durably, state: 'paused' | 'running'): Promise<void> {
  const value = state === 'paused' ? 1 : 0;
  await durably((db) =>
    db
      .insertInto('meta')
      .values({ name: NAME, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute(),
  );
}
