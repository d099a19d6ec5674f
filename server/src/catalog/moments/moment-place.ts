import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';

/** 2000-01-01 in UTC, as of positions of sessions (position.ts). */
const EPOCH_MS = 946_684_800_000;
const LAST_MS = 2 ** 41 - 1;
/** Files that can have one millisecond; 41 + 4 bits and 18 for the line are what a row number of SQLite holds. */
const SLOTS = 16;
const LINE_BITS = 18;
export const LAST_LINE = 2 ** LINE_BITS - 1;

/** A line of the index: its file's number, and its place in that file. */
export interface LinePlace {
  ord: number;
  line: number;
}

/**
 * The number that a session's first file would like: its second, and within it a millisecond that follows from its id, so that sessions
 * which begin together stay apart.
 */
export function preferredOrd(positionMs: number, zoomId: string): number {
  const millisecond = createHash('sha256').update(zoomId).digest().readUInt16BE(0) % 1000;
  return (secondOf(positionMs) + millisecond) * SLOTS;
}

/** The lowest and the highest number of files of sessions that begin within these moments (epoch milliseconds). */
export function ordsWithin({ fromMs, toMs }: { fromMs: number; toMs: number }): { from: number; to: number } {
  return { from: secondOf(fromMs) * SLOTS, to: (secondOf(toMs) + 1000) * SLOTS - 1 };
}

/** The row of a line in SQL: numbers of this size are not JavaScript's. */
export function rowOf(ord: RawBuilder<unknown>, line: RawBuilder<unknown>): RawBuilder<number> {
  return sql`((cast(${ord} AS INTEGER) << ${sql.lit(LINE_BITS)}) | (${sql.lit(LAST_LINE)} - cast(${line} AS INTEGER)))`;
}

/** The two parts of a row, as columns `ord` and `line`. */
export const placeColumns = sql`rowid >> ${sql.lit(LINE_BITS)} AS ord,
  ${sql.lit(LAST_LINE)} - (rowid & ${sql.lit(LAST_LINE)}) AS line`;

function secondOf(ms: number): number {
  return Math.floor(Math.min(Math.max(ms - EPOCH_MS, 0), LAST_MS - 1000) / 1000) * 1000;
}
