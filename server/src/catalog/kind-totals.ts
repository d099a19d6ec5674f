import { type RawBuilder, sql } from 'kysely';
import type { MonthRange } from './month-range.ts';
import { monthOfPosition } from './position.ts';
import type { CatalogTotals } from './rows.ts';
import type { Db } from './schema.ts';
import { sumsOf } from './session-sums.ts';
import { type StoredSession, stateOf } from './stored-session.ts';

/** What changes turned over, for each month and each set of kinds and states its sessions have. */
export async function addToKindTotals(
  db: Db,
  changes: readonly { before: StoredSession | null; after: StoredSession | null }[],
): Promise<void> {
  const delta = new Map<string, number[]>();
  for (const { before, after } of changes) {
    add(delta, before, -1);
    add(delta, after, 1);
  }
  const rows = [...delta].filter(([, sums]) => sums.some((sum) => sum !== 0));
  if (rows.length === 0) return;
  const json = JSON.stringify(rows.map(([scope, sums]) => [...JSON.parse(scope), ...sums]));
  const values = sql.join([0, 1, 2, 3, 4, 5, 6].map((index) => sql`value ->> ${sql.lit(index)}`));
  await sql`
    INSERT INTO kind_totals (month, kinds, states, sessions, files, bytes, minutes)
    SELECT ${values} FROM json_each(${json}) WHERE true
    ON CONFLICT (month, kinds, states) DO UPDATE SET sessions = sessions + excluded.sessions,
      files = files + excluded.files, bytes = bytes + excluded.bytes, minutes = minutes + excluded.minutes`.execute(
    db,
  );
}

function add(delta: Map<string, number[]>, session: StoredSession | null, sign: 1 | -1): void {
  if (!session || stateOf(session) !== 'live') return;
  const { kinds, states, files, bytes } = sumsOf(session);
  const scope = JSON.stringify([monthOfPosition(session.positionMs), kinds, states]);
  const sums = delta.get(scope) ?? [0, 0, 0, 0];
  const own = [1, files, bytes, session.durationMinutes ?? 0];
  delta.set(
    scope,
    sums.map((sum, index) => sum + sign * (own[index] ?? 0)),
  );
}

/** Which of the live sessions a question about kinds is about: those of whole months (null: of all). No bits: of any. */
export interface KindQuestion {
  months: MonthRange | null;
  kindBits: number;
  stateBits: number;
}

/** Sums of the live sessions of these months that have one of these kinds and one of these states. */
export async function sumKindMonths(db: Db, question: KindQuestion): Promise<CatalogTotals> {
  const { rows } = await sql<CatalogTotals>`
    SELECT coalesce(sum(sessions), 0) AS sessions, coalesce(sum(files), 0) AS files,
      coalesce(sum(bytes), 0) AS bytes, coalesce(sum(minutes), 0) AS minutes
    FROM kind_totals WHERE ${isAbout(question)}`.execute(db);
  return rows[0] ?? { sessions: 0, files: 0, bytes: 0, minutes: 0 };
}

/** The first and the last of these months in which there is such a session; null when there is none. */
export async function findKindMonths(db: Db, question: KindQuestion): Promise<MonthRange | null> {
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    SELECT min(month) AS first, max(month) AS last
    FROM kind_totals WHERE sessions > 0 AND ${isAbout(question)}`.execute(db);
  const { first = null, last = null } = rows[0] ?? {};
  return first === null || last === null ? null : { first, last };
}

function isAbout({ months, kindBits, stateBits }: KindQuestion): RawBuilder<unknown> {
  return sql`month BETWEEN ${months?.first ?? '0'} AND ${months?.last ?? '9999-99'}
    AND ${hasBits('kinds', kindBits)} AND ${hasBits('states', stateBits)}`;
}

function hasBits(column: 'kinds' | 'states', bits: number): RawBuilder<unknown> {
  return bits === 0 ? sql`true` : sql`(${sql.ref(column)} & cast(${bits} as integer)) <> 0`;
}
