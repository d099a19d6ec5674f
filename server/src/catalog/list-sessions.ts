import { type RawBuilder, sql } from 'kysely';
import { loadByRids } from './load-sessions.ts';
import type { CatalogSession } from './rows.ts';
import type { Db } from './schema.ts';
import { matches, type SessionFilter, sumColumns } from './session-filter.ts';
import { toCatalogSession } from './stored-session.ts';

export type SortField = 'start' | 'size' | 'duration' | 'name' | 'purge';

/** Where a page ended: the sort value of its last row (null where it has none) and its rid, which breaks ties. */
export interface ListKey {
  value: string | number | null;
  rid: number;
}

export interface ListRequest {
  filter: SessionFilter;
  sort: { field: SortField; isDescending: boolean };
  after: ListKey | null;
  limit: number;
}

/** A page of sessions and the key of its last row; `end` is null when nothing comes after it. */
export interface ListedSessions {
  sessions: CatalogSession[];
  end: ListKey | null;
}

/** The keys of a page, and that of its last row; `end` is null when nothing comes after it. */
export interface ListedKeys {
  keys: ListKey[];
  end: ListKey | null;
}

/** One page with its sessions (see listKeys). */
export async function listSessions(db: Db, request: ListRequest): Promise<ListedSessions> {
  const { keys, end } = await listKeys(db, request);
  const sessions = await loadByRids(
    db,
    keys.map(({ rid }) => rid),
  );
  return { sessions: sessions.map(toCatalogSession), end };
}

/**
 * One page, by keyset: rows that come and go between two pages neither repeat nor hide others. Rows without the sort
 * value come last in both directions, so a page is cut from two runs, the rows that have it and those that do not.
 */
export async function listKeys(db: Db, request: ListRequest): Promise<ListedKeys> {
  const wanted = request.limit + 1;
  const isPastKnown = request.after !== null && request.after.value === null;
  const known = isPastKnown ? [] : await run(db, { request, isKnown: true, limit: wanted });
  const rest = wanted - known.length;
  const missing =
    rest > 0 && canBeMissing(request) ? await run(db, { request, isKnown: false, limit: rest }) : [];
  const rows = [...known, ...missing];
  const keys = rows.slice(0, request.limit);
  return { keys, end: rows.length > keys.length ? (keys.at(-1) ?? null) : null };
}

/** Sizes are counted by us, so every session has one. */
function canBeMissing({ sort }: ListRequest): boolean {
  return sort.field !== 'size';
}

/** The rids alone: what is sorted is small, and the rows of the page are fetched by them. */
function run(
  db: Db,
  { request, isKnown, limit }: { request: ListRequest; isKnown: boolean; limit: number },
): Promise<ListKey[]> {
  const { filter, sort, after } = request;
  const value = sortValue(request);
  const direction = sort.isDescending ? 'desc' : 'asc';
  // Only a key of the same run limits it: the second run begins at its first row when the page does in the first.
  const key = after !== null && (after.value !== null) === isKnown ? after : null;
  const isByRid = !isKnown || sort.field === 'start';
  return db
    .selectFrom('sessions')
    .select(['rid', value.as('value')])
    .where((expression) => matches(expression, filter))
    .$if(canBeMissing(request), (query) => query.where(value, isKnown ? 'is not' : 'is', null))
    .$if(key !== null, (query) =>
      query.where(isAfter({ request, key: key ?? { value: null, rid: 0 }, isByRid })),
    )
    .$if(!isByRid, (query) => query.orderBy(value, direction))
    .orderBy('rid', direction)
    .limit(limit)
    .execute();
}

function isAfter({ request, key, isByRid }: { request: ListRequest; key: ListKey; isByRid: boolean }) {
  const comparison = sql.raw(request.sort.isDescending ? '<' : '>');
  if (isByRid) return sql<boolean>`rid ${comparison} ${key.rid}`;
  return sql<boolean>`(${sortValue(request)}, rid) ${comparison} (${key.value}, ${key.rid})`;
}

function sortValue({ filter, sort }: ListRequest): RawBuilder<string | number | null> {
  const columns = sumColumns(filter.list);
  if (sort.field === 'start') return sql.ref('start_ms');
  if (sort.field === 'size') return sql.ref(columns.bytes);
  if (sort.field === 'duration') return sql.ref('duration_minutes');
  if (sort.field === 'purge') return sql.ref(columns.trashed);
  // The first line of `search` is the name as people compare it; a part of it, so that a key stays short.
  return sql`CASE WHEN name IS NULL THEN NULL ELSE substr(search, 1, min(120, instr(search, char(10)) - 1)) END`;
}
