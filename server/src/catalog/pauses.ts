import type Database from 'libsql';

/** Where pauses that Zoom asked for survive a restart: label → wall clock in epoch milliseconds. */
export interface Pauses {
  load(): Record<string, number>;
  /** Null forgets the pause. */
  save(label: string, untilMs: number | null): void;
}

/** Kept synchronously: a pause must be down before the next call can be made. */
export function createPauses(database: Database.Database): Pauses {
  return {
    load() {
      const rows = database.prepare('SELECT label, until_ms FROM pauses').all() as {
        label: string;
        until_ms: number;
      }[]; // the columns just named
      return Object.fromEntries(rows.map((row) => [row.label, row.until_ms]));
    },
    save(label, untilMs) {
      if (untilMs === null) database.prepare('DELETE FROM pauses WHERE label = ?').run(label);
      else database.prepare('INSERT OR REPLACE INTO pauses VALUES (?, ?)').run(label, untilMs);
    },
  };
}
