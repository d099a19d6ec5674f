import { type RawBuilder, sql } from 'kysely';
import { loadByRids } from './load-sessions.ts';
import type { CatalogSession } from './rows.ts';
import type { Db } from './schema.ts';
import { type SessionFilter, sumColumns } from './session-filter.ts';
import { type SearchPlace, type SessionSource, sourceOf } from './session-source.ts';
import { toCatalogSession } from './stored-session.ts';

export type SortField = 'start' | 'size' | 'files' | 'duration' | 'name' | 'purge';

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
export async function listSessions(place: SearchPlace, request: ListRequest): Promise<ListedSessions> {
  const { keys, end } = await listKeys(place, request);
  const sessions = await loadByRids(
    place.db,
    keys.map(({ rid }) => rid),
  );
  return { sessions: sessions.map(toCatalogSession), end };
}

/**
 * One page, by keyset: rows that come and go between two pages neither repeat nor hide others. Rows without the sort
 * value come last in both directions, so a page is cut from two runs, the rows that have it and those that do not.
 */
export async function listKeys(place: SearchPlace, request: ListRequest): Promise<ListedKeys> {
  const { db } = place;
  const source = await sourceOf(place, request.filter);
  const wanted = request.limit + 1;
  const isPastKnown = request.after !== null && request.after.value === null;
  const known = isPastKnown ? [] : await run(db, { request, source, isKnown: true, limit: wanted });
  const rest = wanted - known.length;
  const missing =
    rest > 0 && canBeMissing(request) ? await run(db, { request, source, isKnown: false, limit: rest }) : [];
  const rows = [...known, ...missing];
  const keys = rows.slice(0, request.limit);
  return { keys, end: rows.length > keys.length ? (keys.at(-1) ?? null) : null };
}

/** Files and their sizes are counted by us, so every session has both. */
function canBeMissing({ sort }: ListRequest): boolean {
  return sort.field !== 'size' && sort.field !== 'files';
}

/** The rids alone: what is sorted is small, and the rows of the page are fetched by them. */
async function run(
  db: Db,
  wanted: { request: ListRequest; source: SessionSource; isKnown: boolean; limit: number },
): Promise<ListKey[]> {
  const { request, source, isKnown, limit } = wanted;
  const { sort, after } = request;
  const value = sortValue(request);
  const direction = sort.isDescending ? sql`DESC` : sql`ASC`;
  // Only a key of the same run limits it: the second run begins at its first row when the page does in the first.
  const key = after !== null && (after.value !== null) === isKnown ? after : null;
  const isByRid = !isKnown || sort.field === 'start';
  const conditions = [
    source.where,
    ...(canBeMissing(request) ? [sql`${value} ${isKnown ? sql`IS NOT` : sql`IS`} NULL`] : []),
    ...(key ? [isAfter({ request, key, rid: source.rid, isByRid })] : []),
  ];
  const order = isByRid
    ? sql`${source.rid} ${direction}`
    : sql`${value} ${direction}, ${source.rid} ${direction}`;
  const { rows } = await sql<ListKey>`
    SELECT sessions.rid AS rid, ${value} AS value FROM ${source.from}
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${order} LIMIT ${limit}`.execute(db);
  return rows;
}

function isAfter(place: { request: ListRequest; key: ListKey; rid: RawBuilder<number>; isByRid: boolean }) {
  const { request, key, rid, isByRid } = place;
  const comparison = request.sort.isDescending ? sql`<` : sql`>`;
  if (isByRid) return sql`${rid} ${comparison} ${key.rid}`;
  return sql`(${sortValue(request)}, ${rid}) ${comparison} (${key.value}, ${key.rid})`;
}

function sortValue({ filter, sort }: ListRequest): RawBuilder<string | number | null> {
  const columns = sumColumns(filter.list);
  if (sort.field === 'start') return sql.ref('sessions.start_ms');
  if (sort.field === 'size') return sql.ref(columns.bytes);
  if (sort.field === 'files') return sql.ref(columns.files);
  if (sort.field === 'duration') return sql.ref('duration_minutes');
  if (sort.field === 'purge') return sql.ref(columns.trashed);
  // The first line of `search` is the name as people compare it; a part of it, so that a key stays short.
  return sql`CASE WHEN name IS NULL THEN NULL ELSE substr(sessions.search, 1, min(120, instr(sessions.search, char(10)) - 1)) END`;
}
