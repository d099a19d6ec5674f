import { sql } from 'kysely';
import { EPOCH_MS, SLOTS } from './position.ts';
import type { ListName } from './rows.ts';
import type { Db } from './schema.ts';
import { inList } from './session-filter.ts';

/** How many sessions of a trash were recorded in a UTC month. */
interface TrashMonthCount {
  month: string;
  sessions: number;
}

/**
 * The months whose recordings a trash holds, newest first. Counted along the trash's own index, which has each session by its
 * place in time: ten thousand of them take a few milliseconds.
 */
export async function loadTrashMonths(db: Db, list: Exclude<ListName, 'live'>): Promise<TrashMonthCount[]> {
  // Whole numbers: as parameters they would be fractions, and so would their quotients.
  const seconds = sql`rid / ${sql.lit(SLOTS)} / 1000 + ${sql.lit(EPOCH_MS / 1000)}`;
  const { rows } = await sql<TrashMonthCount>`
    SELECT strftime('%Y-%m', ${seconds}, 'unixepoch') AS month, count(*) AS sessions FROM sessions
    WHERE ${inList(list)} GROUP BY month ORDER BY month DESC`.execute(db);
  return rows;
}
