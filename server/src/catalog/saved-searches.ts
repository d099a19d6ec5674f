import type { Durably } from './durably.ts';
import type { Db, SavedSearchesTable } from './schema.ts';

/** A search somebody keeps: `search` is the query string of its list. Time in epoch milliseconds. */
export interface SavedSearchRecord {
  id: string;
  name: string;
  search: string;
  createdMs: number;
}

/** All of them, in no order. */
export async function listSavedSearches(db: Db): Promise<SavedSearchRecord[]> {
  const rows = await db.selectFrom('saved_searches').selectAll().execute();
  return rows.map(toRecord);
}

/**
 * Keeps a search and returns it as kept: in place of one of the same name, whose id stays. Null, and nothing kept, when there
 * are already `limit` others.
 */
export function saveSearch(
  durably: Durably,
  { record, limit }: { record: SavedSearchRecord; limit: number },
): Promise<SavedSearchRecord | null> {
  return durably(async (db) => {
    const others = await db
      .selectFrom('saved_searches')
      .select((expression) => expression.fn.countAll<number>().as('count'))
      .where('name', '<>', record.name)
      .executeTakeFirstOrThrow();
    if (others.count >= limit) return null;
    const { id, name, search, createdMs } = record;
    const row = await db
      .insertInto('saved_searches')
      .values({ id, name, search, created_ms: createdMs })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ search, created_ms: createdMs }))
      .returningAll()
      .executeTakeFirstOrThrow();
    return toRecord(row);
  });
}

/** False when there was none with that id. */
export function deleteSavedSearch(durably: Durably, id: string): Promise<boolean> {
  return durably(async (db) => {
    const [result] = await db.deleteFrom('saved_searches').where('id', '=', id).execute();
    return (result?.numDeletedRows ?? 0n) > 0n;
  });
}

function toRecord({ created_ms, ...row }: SavedSearchesTable): SavedSearchRecord {
  return { ...row, createdMs: created_ms };
}
