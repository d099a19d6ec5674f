import { type RawBuilder, sql } from 'kysely';
import type { SearchColumns } from './columns/search-columns.ts';
import { isInColumns, ridsInColumns } from './columns/sum-matching.ts';
import { findKindMonths } from './kind-totals.ts';
import { monthEndMs, monthStartMs } from './month-range.ts';
import { monthOfPosition } from './position.ts';
import type { Db } from './schema.ts';
import { inSpan, matches, type SessionFilter } from './session-filter.ts';
import { kindBits, stateBits } from './session-sums.ts';
import { toTextMatch } from './text-match.ts';

/** The database, and what of it is kept in memory for searches. */
export interface SearchPlace {
  db: Db;
  columns: SearchColumns;
}

/** Where the rows of a filter come from, how to say that they meet it, and the column that has them in order of time. */
export interface SessionSource {
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  rid: RawBuilder<number>;
}

/**
 * The way to a filter's sessions: through the text index when the search has words for it, whose hits come in order of
 * time without being sorted; for words too short for it, by what is in memory; else along the sessions themselves.
 */
export async function sourceOf({ db, columns }: SearchPlace, asked: SessionFilter): Promise<SessionSource> {
  const filter = await withinKinds(db, asked);
  const match = toTextMatch(filter);
  if (isInColumns(filter) && (filter.idPart !== '' || (match.query === null && filter.words.length > 0))) {
    const few = await ridsInColumns(columns, { filter, most: MOST_RIDS });
    if (few) return byTextOrId(filter, { query: null, rids: few });
    if (filter.idPart !== '') return alongSessions(filter);
  }
  const rids = filter.idPart === '' ? [] : await ridsOfIds(db, filter);
  if (rids.length > 0) return byTextOrId(filter, { query: match.query, rids });
  const where = matches({ ...filter, words: match.words, participant: match.participant });
  if (match.query === null) return { from: sql`sessions`, where, rid: sql.ref('rid') };
  const hit = sql<number>`sessions_text.rowid`;
  // CROSS JOIN keeps the index outside, so that its order is the order of the list.
  return {
    from: sql`sessions_text CROSS JOIN sessions ON sessions.rid = sessions_text.rowid`,
    where: sql`sessions_text MATCH ${match.query} AND ${inSpan(filter, hit)} AND ${where}`,
    rid: hit,
  };
}

/** A filter whose span begins and ends where there are such kinds and states: what few or no sessions have is not walked for. */
async function withinKinds(db: Db, filter: SessionFilter): Promise<SessionFilter> {
  const { list, span, kinds, states } = filter;
  if (list !== 'live' || kinds.length + states.length === 0) return filter;
  const asked = span && { first: monthOfPosition(span.fromMs), last: monthOfPosition(span.toMs) };
  const bits = { kindBits: kindBits(kinds), stateBits: stateBits(states) };
  const months = await findKindMonths(db, { months: asked, ...bits });
  if (!months) return { ...filter, span: { fromMs: 1, toMs: 0 } };
  const fromMs = Math.max(monthStartMs(months.first), span?.fromMs ?? 0);
  return { ...filter, span: { fromMs, toMs: Math.min(monthEndMs(months.last), span?.toMs ?? LAST_MS) } };
}

const LAST_MS = Number.MAX_SAFE_INTEGER;

/** What more sessions have than this is met soon on a walk along the sessions. */
const MOST_RIDS = 5000;

/** A single word that is a part of many texts or ids. */
function alongSessions(filter: SessionFilter): SessionSource {
  const [word = ''] = filter.words;
  const isInId = sql`instr(lower(sessions.zoom_id), ${filter.idPart.toLowerCase()}) > 0`;
  const isInText = sql`instr(sessions.search, ${word}) > 0 OR instr(sessions.people, ${word}) > 0`;
  return {
    from: sql`sessions`,
    where: sql`(${isInId} OR ${isInText}) AND ${matches({ ...filter, words: [] })}`,
    rid: sql.ref('sessions.rid'),
  };
}

/** Ids are random, so few share a part; what very many share is found by its text alone. */
const MOST_IDS = 1000;

/** The sessions of the span whose id holds the word, in whichever case: ids are in no text index, so these are compared. */
async function ridsOfIds(db: Db, filter: SessionFilter): Promise<number[]> {
  const part = filter.idPart.toLowerCase();
  const rows = await db
    .selectFrom('sessions')
    .select('rid')
    .where(sql<boolean>`instr(lower(zoom_id), ${part}) > 0 AND ${inSpan(filter, sql.ref('rid'))}`)
    .orderBy('rid', 'desc')
    .limit(MOST_IDS)
    .execute();
  return rows.map(({ rid }) => rid);
}

/** A single word that is a part of an id, and perhaps a part of a text as well. */
function byTextOrId(
  filter: SessionFilter,
  { query, rids }: { query: string | null; rids: readonly number[] },
): SessionSource {
  const byId = sql`SELECT value AS hit FROM json_each(${JSON.stringify(rids)})`;
  const byText = sql`SELECT rowid FROM sessions_text WHERE sessions_text MATCH ${query} AND ${inSpan(filter, sql`rowid`)}`;
  const hits = query === null ? byId : sql`${byId} UNION ${byText}`;
  return {
    from: sql`(${hits}) AS found CROSS JOIN sessions ON sessions.rid = found.hit`,
    where: matches({ ...filter, words: [] }),
    rid: sql.ref('sessions.rid'),
  };
}
