import { sql } from 'kysely';
import type { Durably } from '../durably.ts';
import { insertJson } from '../json-values.ts';
import type { Db } from '../schema.ts';
import type { ChangeRecord, ItemCounts, ItemRecord, ItemState, RecordedState } from './records.ts';
import { toChange, toItem } from './rows.ts';

const ITEM_COLUMNS = [
  ...['change_n', 'i', 'zoom_id', 'file_id', 'zoom_file_id', 'name', 'label', 'start_ms'],
  ...['size_bytes', 'files', 'external_files', 'state', 'problem', 'changed_ms'],
];
/** Rows that travel as one parameter. */
const BATCH = 2000;

/** Keeps a change with all its items, whole or not at all, and tells it as kept: `n` is its place among all changes. */
export function createChange(
  durably: Durably,
  { record, items }: { record: Omit<ChangeRecord, 'n'>; items: readonly ItemRecord[] },
): Promise<ChangeRecord> {
  return durably((held) =>
    held.transaction().execute(async (db) => {
      const { createdMs, endedMs, externalFiles, sizeBytes, ...same } = record;
      const row = { ...same, created_ms: createdMs, ended_ms: endedMs, external_files: externalFiles };
      const inserted = await db
        .insertInto('changes')
        .values({ ...row, size_bytes: sizeBytes, n: sql`(SELECT coalesce(max(n), 0) + 1 FROM changes)` })
        .returningAll()
        .executeTakeFirstOrThrow();
      for (let start = 0; start < items.length; start += BATCH) {
        const rows = items.slice(start, start + BATCH).map((item) => itemValues(inserted.n, item));
        await insertJson(db, { table: 'change_items', columns: ITEM_COLUMNS, rows });
      }
      return toChange(inserted);
    }),
  );
}

function itemValues(n: number, item: ItemRecord): unknown[] {
  const { index, zoomId, fileId, zoomFileId, name, label, startMs } = item;
  const { sizeBytes, files, externalFiles, state, problem, changedMs } = item;
  return [
    ...[n, index, zoomId, fileId, zoomFileId, name, label, startMs],
    ...[sizeBytes, files, externalFiles, state, problem, changedMs],
  ];
}

/** The change with this id, or with this idempotency key. */
export async function findChange(
  db: Db,
  by: { id: string } | { key: string },
): Promise<ChangeRecord | undefined> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['key', by.key] as const);
  const row = await db.selectFrom('changes').selectAll().where(column, '=', value).executeTakeFirst();
  return row && toChange(row);
}

/** The latest changes, newest first. */
export async function listChanges(db: Db, limit: number): Promise<ChangeRecord[]> {
  const rows = await db.selectFrom('changes').selectAll().orderBy('n', 'desc').limit(limit).execute();
  return rows.map(toChange);
}

/** Changes that are not over, oldest first. */
export async function listOpenChanges(db: Db): Promise<ChangeRecord[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('ended_ms', 'is', null)
    .orderBy('n')
    .execute();
  return rows.map(toChange);
}

/** Items of a change after a place in it, in order; of one state when it is given. */
export async function listItems(
  db: Db,
  asked: { n: number; states: readonly ItemState[] | null; after: number; limit: number },
): Promise<ItemRecord[]> {
  const { n, states, after, limit } = asked;
  let query = db.selectFrom('change_items').selectAll().where('change_n', '=', n).where('i', '>', after);
  if (states) query = query.where('state', 'in', states);
  return (await query.orderBy('i').limit(limit).execute()).map(toItem);
}

/** How many items of a change are in each state. */
export async function countItems(db: Db, n: number): Promise<ItemCounts> {
  const rows = await db
    .selectFrom('change_items')
    .select(['state', (expression) => expression.fn.countAll<number>().as('count')])
    .where('change_n', '=', n)
    .groupBy('state')
    .execute();
  const counts: ItemCounts = { queued: 0, sent: 0, done: 0, failed: 0, unknown: 0, cancelled: 0 };
  for (const { state, count } of rows) counts[state as ItemState] = count; // written from ItemRecord alone
  return counts;
}

/** Records what a person has decided about a change, or that it is over. Cancelling takes its queued items with it. */
export function saveChangeState(
  durably: Durably,
  change: { n: number; state: RecordedState; endedMs: number | null },
): Promise<void> {
  const { n, state, endedMs } = change;
  return durably((held) =>
    held.transaction().execute(async (db) => {
      await db.updateTable('changes').set({ state, ended_ms: endedMs }).where('n', '=', n).execute();
      if (state !== 'cancelled') return;
      await db
        .updateTable('change_items')
        .set({ state: 'cancelled' })
        .where('change_n', '=', n)
        .where('state', '=', 'queued')
        .execute();
    }),
  );
}
