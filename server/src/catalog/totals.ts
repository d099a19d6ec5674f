import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { anyOf } from './json-values.ts';
import { type MonthRange, wholeMonths } from './month-range.ts';
import type { CatalogTotals } from './rows.ts';
import type { Db } from './schema.ts';
import { isPlain, type SessionFilter, sumColumns } from './session-filter.ts';
import { sourceOf } from './session-source.ts';
import { slicesOf } from './slices.ts';

const NOTHING: CatalogTotals = { sessions: 0, files: 0, bytes: 0, minutes: 0 };

/** Exact sums over a filter. Whole months and whole trashes come from the sums kept beside them, not from their rows. */
export async function totalsOf(db: Db, filter: SessionFilter): Promise<CatalogTotals> {
  if (!isPlain(filter)) return filter.list === 'live' ? sumSlices(db, filter) : sumRows(db, filter);
  if (filter.list !== 'live') return filter.span ? sumRows(db, filter) : keptTotals(db, filter.list);
  if (!filter.span) return sumMonths(db, null);
  const { months, edges } = wholeMonths(filter.span);
  const parts = [
    ...(months ? [await sumMonths(db, months)] : []),
    ...(await Promise.all(edges.map((span) => sumRows(db, { ...filter, span })))),
  ];
  return parts.reduce(plus, NOTHING);
}

/** The sums kept for these scopes; scopes without rows have none. */
export async function loadTotals(db: Db, scopes: readonly string[]): Promise<Map<string, CatalogTotals>> {
  if (scopes.length === 0) return new Map();
  const rows = await db.selectFrom('totals').selectAll().where('scope', 'in', anyOf(scopes)).execute();
  return new Map(rows.map(({ scope, ...totals }) => [scope, totals]));
}

/** The sums of every month that has live sessions, oldest first. */
export async function loadMonthTotals(db: Db): Promise<(CatalogTotals & { month: string })[]> {
  const rows = await db
    .selectFrom('totals')
    .selectAll()
    .where('scope', '<', 'a')
    .where('sessions', '>', 0)
    .orderBy('scope')
    .execute();
  return rows.map(({ scope, ...totals }) => ({ month: scope, ...totals }));
}

async function keptTotals(db: Db, scope: string): Promise<CatalogTotals> {
  return (await loadTotals(db, [scope])).get(scope) ?? NOTHING;
}

async function sumMonths(db: Db, months: MonthRange | null): Promise<CatalogTotals> {
  const row = await db
    .selectFrom('totals')
    .select((expression) => [
      expression.fn.coalesce(expression.fn.sum<number>('sessions'), expression.lit(0)).as('sessions'),
      expression.fn.coalesce(expression.fn.sum<number>('files'), expression.lit(0)).as('files'),
      expression.fn.coalesce(expression.fn.sum<number>('bytes'), expression.lit(0)).as('bytes'),
      expression.fn.coalesce(expression.fn.sum<number>('minutes'), expression.lit(0)).as('minutes'),
    ])
    .where('scope', '>=', months?.first ?? '0')
    .where('scope', '<=', months?.last ?? '9999-99')
    .executeTakeFirstOrThrow();
  return row;
}

/** Step by step: counting the hits of a common word among millions must not keep everybody else waiting. */
async function sumSlices(db: Db, filter: SessionFilter): Promise<CatalogTotals> {
  const slices = slicesOf(filter.span, await loadMonthTotals(db));
  let sum = NOTHING;
  for (const [n, span] of slices.entries()) {
    if (n > 0) await setImmediate();
    sum = plus(sum, await sumRows(db, { ...filter, span }));
  }
  return sum;
}

async function sumRows(db: Db, filter: SessionFilter): Promise<CatalogTotals> {
  const columns = sumColumns(filter.list);
  const { from, where } = await sourceOf(db, filter);
  const { rows } = await sql<CatalogTotals>`
    SELECT count(*) AS sessions, coalesce(sum(${sql.ref(columns.files)}), 0) AS files,
      coalesce(sum(${sql.ref(columns.bytes)}), 0) AS bytes, coalesce(sum(duration_minutes), 0) AS minutes
    FROM ${from} WHERE ${where}`.execute(db);
  return rows[0] ?? NOTHING;
}

function plus(a: CatalogTotals, b: CatalogTotals): CatalogTotals {
  return {
    sessions: a.sessions + b.sessions,
    files: a.files + b.files,
    bytes: a.bytes + b.bytes,
    minutes: a.minutes + b.minutes,
  };
}
