import { anyOf } from './json-values.ts';
import type { WindowRecord } from './rows.ts';
import type { Db, WindowsTable } from './schema.ts';
import type { SeenUnchanged } from './seen-unchanged.ts';
import { type Swept, sweep, type WindowScope } from './sweep.ts';

/** The windows of that list of ids that were ever recorded. */
export async function loadWindows(db: Db, ids: readonly string[]): Promise<WindowRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('windows').selectAll().where('id', 'in', anyOf(ids)).execute();
  return rows.map(toWindowRecord);
}

/** Every window that was ever recorded. */
export async function loadEveryWindow(db: Db): Promise<WindowRecord[]> {
  const rows = await db.selectFrom('windows').selectAll().execute();
  return rows.map(toWindowRecord);
}

async function saveWindow(db: Db, record: WindowRecord): Promise<void> {
  const { id, ...values } = toRow(record);
  await db
    .insertInto('windows')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

/** Records that a pass broke. What an earlier one brought, and when, stays. */
export async function failWindow(db: Db, failure: { id: string; problem: string }): Promise<void> {
  const values = { state: 'failed', problem: failure.problem };
  await db
    .insertInto('windows')
    .values({ id: failure.id, ...values, pages: 0, unreadable: 0, is_due: 0 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

/** The end of a pass. With `sweep`, what it did not see goes in the same transaction that records its end. */
export interface PassEnd {
  /** Null when it was no window, and nothing is recorded of it. */
  record: WindowRecord | null;
  sweep: { scope: WindowScope; before: number } | null;
}

/** Records the end of a pass. What leaves a trash makes its month due: it may be back there. */
export function endPass({ db, seen }: { db: Db; seen: SeenUnchanged }, end: PassEnd): Promise<Swept> {
  return db.transaction().execute(async (transaction) => {
    const swept = end.sweep ? await sweep({ db: transaction, seen }, end.sweep) : { removed: 0, months: [] };
    if (end.sweep && end.sweep.scope.list !== 'live') await markDue(transaction, swept.months);
    if (end.record) await saveWindow(transaction, end.record);
    return swept;
  });
}

/** Has these windows read again at the next look. */
export async function markDue(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('windows').set({ is_due: 1 }).where('id', 'in', anyOf(ids)).execute();
}

function toWindowRecord(row: WindowsTable): WindowRecord {
  return {
    id: row.id,
    state: row.state as WindowRecord['state'], // written by toRow alone
    syncedMs: row.synced_ms,
    reportedTotal: row.reported_total,
    pages: row.pages,
    unreadable: row.unreadable,
    problem: row.problem,
    isDue: row.is_due === 1,
  };
}

function toRow(record: WindowRecord): WindowsTable {
  return {
    id: record.id,
    state: record.state,
    synced_ms: record.syncedMs,
    reported_total: record.reportedTotal,
    pages: record.pages,
    unreadable: record.unreadable,
    problem: record.problem,
    is_due: Number(record.isDue),
  };
}
