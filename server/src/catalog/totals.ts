import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { isInColumns, sumMatching } from './columns/sum-matching.ts';
import { anyOf } from './json-values.ts';
import { sumKindMonths } from './kind-totals.ts';
import { type MonthRange, nearestMonths } from './month-range.ts';
import type { Span } from './place-sessions.ts';
import type { CatalogTotals } from './rows.ts';
import type { Db } from './schema.ts';
import { isByKind, isPlain, type SessionFilter, sumColumns } from './session-filter.ts';
import { type SearchPlace, sourceOf } from './session-source.ts';
import { kindBits, stateBits } from './session-sums.ts';
import { slicesOf } from './slices.ts';

const NOTHING: CatalogTotals = { sessions: 0, files: 0, bytes: 0, minutes: 0 };

/** Exact sums over a filter. Whole months and whole trashes come from the sums kept beside them, not from their rows. */
export async function totalsOf(place: SearchPlace, filter: SessionFilter): Promise<CatalogTotals> {
  const { db, columns } = place;
  if (filter.list !== 'live') {
    return isPlain(filter) && !filter.span ? keptTotals(db, filter.list) : sumRows(place, filter);
  }
  if (isByKind(filter)) {
    return filter.span ? sumSpan(place, filter, filter.span) : sumMonths(db, filter, null);
  }
  const inColumns = isInColumns(filter) ? await sumMatching(columns, filter) : null;
  return inColumns ?? sumSlices(place, filter);
}

/** The kept sums of the months of a span, with rows added or taken off where it ends within a month. */
async function sumSpan(place: SearchPlace, filter: SessionFilter, span: Span): Promise<CatalogTotals> {
  const { months, added, removed } = nearestMonths(span);
  let sum = months ? await sumMonths(place.db, filter, months) : NOTHING;
  for (const part of added) sum = plus(sum, await sumRows(place, { ...filter, span: part }));
  for (const part of removed) sum = minus(sum, await sumRows(place, { ...filter, span: part }));
  return sum;
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

function sumMonths(db: Db, filter: SessionFilter, months: MonthRange | null): Promise<CatalogTotals> {
  return sumKindMonths(db, {
    months,
    kindBits: kindBits(filter.kinds),
    stateBits: stateBits(filter.states),
  });
}

/** Step by step: counting the hits of a common word among millions must not keep everybody else waiting. */
async function sumSlices(place: SearchPlace, filter: SessionFilter): Promise<CatalogTotals> {
  const slices = slicesOf(filter.span, await loadMonthTotals(place.db));
  let sum = NOTHING;
  for (const [n, span] of slices.entries()) {
    if (n > 0) await setImmediate();
    sum = plus(sum, await sumRows(place, { ...filter, span }));
  }
  return sum;
}

async function sumRows(place: SearchPlace, filter: SessionFilter): Promise<CatalogTotals> {
  const columns = sumColumns(filter.list);
  const { from, where } = await sourceOf(place, filter);
  const { rows } = await sql<CatalogTotals>`
    SELECT count(*) AS sessions, coalesce(sum(${sql.ref(columns.files)}), 0) AS files,
      coalesce(sum(${sql.ref(columns.bytes)}), 0) AS bytes, coalesce(sum(duration_minutes), 0) AS minutes
    FROM ${from} WHERE ${where}`.execute(place.db);
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

function minus(a: CatalogTotals, { sessions, files, bytes, minutes }: CatalogTotals): CatalogTotals {
  return plus(a, { sessions: -sessions, files: -files, bytes: -bytes, minutes: -minutes });
}
