import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { monthEndMs, monthStartMs } from '../month-range.ts';
import type { Span } from '../place-sessions.ts';
import { firstRidAt, lastRidAt } from '../position.ts';
import type { Db } from '../schema.ts';
import { type ColumnValues, type MonthColumns, toMonthColumns } from './month-columns.ts';

/** Some 90 bytes for each; beyond so many sessions, searches go to the database alone. */
const MOST_SESSIONS = 1_500_000;
/** Rows read, and rows laid out, at a time: a few milliseconds of work, between which others have their turn. */
const SLICE = 500;
const PART = 4000;
/** Milliseconds of looking through months in memory before others have their turn. */
const TURN_MS = 8;

/** The library by columns, kept true: a month that has changed is read anew when it is next looked at. */
export interface SearchColumns {
  /** The months that a span touches, newest first, in parts; null when there are too many sessions for memory. */
  monthsOf(span: Span | null): Promise<AsyncIterable<MonthColumns> | null>;
  /** Reads every month that is not in memory, a little at a time, until it is done or the signal is aborted. */
  prepare(signal: AbortSignal): Promise<void>;
}

export function createSearchColumns(db: Db): SearchColumns {
  const known = new Map<string, { version: number; parts: Promise<MonthColumns[]> }>();

  function current(month: string, version: number): Promise<MonthColumns[]> {
    const kept = known.get(month);
    if (kept?.version === version) return kept.parts;
    const parts = readMonth(db, month);
    known.set(month, { version, parts });
    parts.catch(() => known.delete(month));
    return parts;
  }

  async function* walk(months: readonly { month: string; version: number }[]): AsyncGenerator<MonthColumns> {
    let turnEndsMs = performance.now() + TURN_MS;
    for (const { month, version } of months) {
      yield* (await current(month, version)).toReversed();
      if (performance.now() < turnEndsMs) continue;
      await setImmediate();
      turnEndsMs = performance.now() + TURN_MS;
    }
  }

  async function monthsOf(span: Span | null): Promise<AsyncIterable<MonthColumns> | null> {
    // Read before the rows are: columns may be newer than their version says, never older.
    const { rows } = await sql<{ month: string; version: number; sessions: number }>`
        SELECT month, version, sessions FROM month_versions JOIN totals ON scope = month
        WHERE sessions > 0 ORDER BY month DESC`.execute(db);
    if (rows.reduce((sum, { sessions }) => sum + sessions, 0) > MOST_SESSIONS) return null;
    const isTouched = ({ month }: { month: string }) =>
      !span || (monthStartMs(month) <= span.toMs && monthEndMs(month) >= span.fromMs);
    return walk(rows.filter(isTouched));
  }

  return {
    monthsOf,
    async prepare(signal) {
      for await (const _month of (await monthsOf(null)) ?? []) if (signal.aborted) return;
    },
  };
}

/** A month in parts, oldest first. */
async function readMonth(db: Db, month: string): Promise<MonthColumns[]> {
  const parts: MonthColumns[] = [];
  let part = emptyValues();
  const last = lastRidAt(monthEndMs(month));
  for (let after = firstRidAt(monthStartMs(month)) - 1; ; ) {
    const slice = await readSlice(db, { after, last });
    for (const name of Object.keys(part) as (keyof ColumnValues)[]) {
      (part[name] as unknown[]).push(...slice[name]); // the same column of both
    }
    const isLast = slice.rids.length < SLICE;
    if (isLast || part.rids.length >= PART) {
      parts.push(toMonthColumns(part));
      part = emptyValues();
    }
    if (isLast) return parts;
    after = slice.rids.at(-1) ?? last;
    await setImmediate();
  }
}

function emptyValues(): { [Column in keyof ColumnValues]: ColumnValues[Column][number][] } {
  return { rids: [], texts: [], ids: [], files: [], bytes: [], minutes: [], kinds: [], states: [] };
}

/** A text for each column is read several times faster than a row for each session. */
async function readSlice(db: Db, { after, last }: { after: number; last: number }): Promise<ColumnValues> {
  const { rows } = await sql<Record<keyof ColumnValues, string>>`
    SELECT json_group_array(rid) AS rids, json_group_array(search || char(10) || people) AS texts,
      json_group_array(lower(zoom_id)) AS ids,
      json_group_array(files) AS files, json_group_array(bytes) AS bytes,
      json_group_array(duration_minutes) AS minutes, json_group_array(kinds) AS kinds,
      json_group_array(states) AS states
    FROM (
      SELECT rid, zoom_id, search, people, files, bytes, duration_minutes, kinds, states FROM sessions
      WHERE rid > ${after} AND rid <= ${last} AND state = 0 ORDER BY rid LIMIT ${SLICE}
    )`.execute(db);
  const columns = Object.entries(rows[0] ?? {}).map(([name, json]) => [name, JSON.parse(json)]);
  return Object.fromEntries(columns) as ColumnValues; // the columns named above
}
