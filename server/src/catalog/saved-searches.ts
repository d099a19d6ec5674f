import type { Durably } from './durably.ts';
import type { Db } from './schema.ts';

/** A search somebody keeps: `search` is the query string of its list. Time in epoch milliseconds. */
export interface SavedSearchRecord {
  id: string;
  name: string;
  search: string;
  createdMs: number;
}

/** All of them, by name. */
export async function listSavedSearches(db: Db): Promise<SavedSearchRecord[]> {
  const rows = await db.selectFrom('saved_searches').selectAll().orderBy('name').execute();
  return rows.map(({ created_ms, ...row }) => ({ ...row, createdMs: created_ms }));
}

/** Keeps a search, in place of one of the same name. False, and nothing kept, when there are already `limit` others. */
export function saveSearch(
  durably: Durably,
  { record, limit }: { record: SavedSearchRecord; limit: number },
): Promise<boolean> {
  return durably(async (db) => {
    const others = await db
      .selectFrom('saved_searches')
      .select((expression) => expression.fn.countAll<number>().as('count'))
      .where('name', '<>', record.name)
      .executeTakeFirstOrThrow();
    if (others.count >= limit) return false;
    const { createdMs, ...values } = record;
    const row = { ...values, created_ms: createdMs };
    await db
      .insertInto('saved_searches')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute();
    return true;
  });
}

/** False when there was none with that id. */
export function deleteSavedSearch(durably: Durably, id: string): Promise<boolean> {
  return durably(async (db) => {
    const [result] = await db.deleteFrom('saved_searches').where('id', '=', id).execute();
    return (result?.numDeletedRows ?? 0n) > 0n;
  });
}
