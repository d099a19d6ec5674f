import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** The next sequence number: every answer that lands, and every pass that begins, takes one; later is larger. */
export async function nextSequence(db: Db): Promise<number> {
  const row = await db
    .updateTable('meta')
    .set({ value: sql`value + 1` })
    .where('name', '=', 'sequence')
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
