import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CatalogFileState } from './file-state.ts';
import type { Span } from './place-sessions.ts';
import { firstRidAt, lastRidAt } from './position.ts';
import type { CatalogFileKind, ListName } from './rows.ts';
import { kindBits, stateBits } from './session-sums.ts';

/**
 * Which sessions a list is about. `words` are parts of the session's normalised text, `participant` of its people's; empty
 * ones match all. `idPart` finds, beside what a single word of its length finds, the sessions whose id of Zoom holds it, in
 * whichever case. `kinds`, `states`: it has a file of one of them; empty: whatever it has. Bounds are inclusive, null: none.
 */
export interface SessionFilter {
  list: ListName;
  span: Span | null;
  words: readonly string[];
  idPart: string;
  participant: string;
  kinds: readonly CatalogFileKind[];
  states: readonly CatalogFileState[];
  minBytes: number | null;
  maxBytes: number | null;
  minMinutes: number | null;
  maxMinutes: number | null;
}

/** Every session of a list. */
export function everySession(list: ListName): SessionFilter {
  return {
    list,
    span: null,
    words: [],
    idPart: '',
    participant: '',
    kinds: [],
    states: [],
    minBytes: null,
    maxBytes: null,
    minMinutes: null,
    maxMinutes: null,
  };
}

/** True when nothing but list and span narrows it, so that sums kept by month hold. */
export function isPlain(filter: SessionFilter): boolean {
  const { list, span } = filter;
  return JSON.stringify({ ...filter }) === JSON.stringify({ ...everySession(list), span });
}

/** True when nothing but kinds and states narrows it further: sums are kept by those too. */
export function isByKind(filter: SessionFilter): boolean {
  return isPlain({ ...filter, kinds: [], states: [] });
}

/** The condition a session of that list meets, as far as its own row tells. */
export function matches(filter: SessionFilter): RawBuilder<SqlBool> {
  const conditions = [
    inList(filter.list),
    inSpan(filter, sql`sessions.rid`),
    ...hasText(filter),
    ...hasSums(filter),
  ];
  return sql.join(conditions, sql` AND `);
}

/** The condition that a session stands in that list. */
export function inList(list: ListName): RawBuilder<SqlBool> {
  if (list === 'live') return sql`state = 0`;
  return list === 'trashed-sessions' ? sql`trashed_seq IS NOT NULL` : sql`parts_seq IS NOT NULL`;
}

/** The condition that a number of the order of time lies in the filter's span. */
export function inSpan({ span }: SessionFilter, rid: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return span
    ? sql`${rid} BETWEEN ${firstRidAt(span.fromMs)} AND ${lastRidAt(span.toMs)}`
    : sql`${rid} IS NOT NULL`;
}

/** instr, not LIKE: every character of what people type means itself. */
function hasText({ words, participant }: SessionFilter): RawBuilder<SqlBool>[] {
  const isMissing = sql`instr(sessions.search, value) = 0 AND instr(sessions.people, value) = 0`;
  return [
    // One parameter for all words: a condition for each would end at SQLite's limit of depth.
    ...(words.length === 0
      ? []
      : [sql<SqlBool>`NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(words)}) WHERE ${isMissing})`]),
    ...(participant === '' ? [] : [sql<SqlBool>`instr(sessions.people, ${participant}) > 0`]),
  ];
}

function hasSums(filter: SessionFilter): RawBuilder<SqlBool>[] {
  const columns = sumColumns(filter.list);
  return [
    ...hasBits(columns.kinds, kindBits(filter.kinds)),
    ...hasBits(columns.states, stateBits(filter.states)),
    ...isWithin(columns.bytes, filter.minBytes, filter.maxBytes),
    ...isWithin('duration_minutes', filter.minMinutes, filter.maxMinutes),
  ];
}

function hasBits(column: string, bits: number): RawBuilder<SqlBool>[] {
  return bits === 0 ? [] : [sql`(${sql.ref(column)} & cast(${bits} as integer)) <> 0`];
}

function isWithin(column: string, min: number | null, max: number | null): RawBuilder<SqlBool>[] {
  return [
    ...(min === null ? [] : [sql<SqlBool>`${sql.ref(column)} >= ${min}`]),
    ...(max === null ? [] : [sql<SqlBool>`${sql.ref(column)} <= ${max}`]),
  ];
}

/** Where a list finds its sums: single trashed files have columns of their own. */
export function sumColumns(list: ListName) {
  return list === 'trashed-files'
    ? ({
        files: 'parts_files',
        bytes: 'parts_bytes',
        kinds: 'parts_kinds',
        states: 'parts_states',
        trashed: 'parts_trashed_ms',
      } as const)
    : ({ files: 'files', bytes: 'bytes', kinds: 'kinds', states: 'states', trashed: 'trashed_ms' } as const);
}
