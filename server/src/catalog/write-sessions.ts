import { sql } from 'kysely';
import { chunks } from './load-sessions.ts';
import type { CatalogTotals } from './rows.ts';
import { type Db, FILE_COLUMNS, type NewFileRow, type SessionRow } from './schema.ts';
import { contributionsOf } from './session-sums.ts';
import { isMember, type StoredSession, toFileRow, toSessionRow } from './stored-session.ts';

/** What became of one session: `before` is null when it is new, `after` null when it is to go. */
export interface SessionChange {
  before: StoredSession | null;
  after: StoredSession | null;
}

/** Rows per statement: a session has 23 columns, a file 23. */
const ROWS_PER_INSERT = 100;

/** Stores changes and keeps the sums true, within the caller's transaction. `after.rid` is settled. */
export async function writeChanges(db: Db, changes: readonly SessionChange[]): Promise<void> {
  await deleteSessions(db, goneRids(changes));
  await upsertSessions(
    db,
    changes.filter(hasNewRow).map(({ after }) => toSessionRow(after)),
  );
  await replaceFiles(db, changes.filter(hasNewFiles));
  await addToTotals(db, totalsDelta(changes));
}

/** True when anything but the sequence numbers differs: what a person could notice, or a list sorts by. */
export function isChanged({ before, after }: SessionChange): boolean {
  if (!before || !after) return before !== after;
  return comparable(before) !== comparable(after);
}

function comparable(session: StoredSession): string {
  return JSON.stringify([
    {
      ...toSessionRow(session),
      live_seq: null,
      trashed_seq: null,
      parts_seq: null,
      read_ms: null,
      told: null,
    },
    filesText(session),
  ]);
}

function filesText(session: StoredSession): string {
  return JSON.stringify(session.files.map((file, n) => toFileRow(file, { rid: 0, n })));
}

type Kept = SessionChange & { after: StoredSession };

function hasNewRow(change: SessionChange): change is Kept {
  const { before, after } = change;
  if (!after) return false;
  return !before || JSON.stringify(toSessionRow(before)) !== JSON.stringify(toSessionRow(after));
}

function hasNewFiles(change: SessionChange): change is Kept {
  const { before, after } = change;
  if (!after) return false;
  return !before || before.rid !== after.rid || filesText(before) !== filesText(after);
}

function goneRids(changes: readonly SessionChange[]): number[] {
  return changes.flatMap(({ before, after }) => (before && before.rid !== after?.rid ? [before.rid] : []));
}

async function deleteSessions(db: Db, rids: readonly number[]): Promise<void> {
  for (const chunk of chunks(rids)) await db.deleteFrom('sessions').where('rid', 'in', chunk).execute();
}

async function upsertSessions(db: Db, rows: readonly SessionRow[]): Promise<void> {
  for (const chunk of chunks(rows, ROWS_PER_INSERT)) {
    const columns = Object.keys(chunk[0] ?? {}) as (keyof SessionRow)[]; // toSessionRow names them all
    await db
      .insertInto('sessions')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .column('rid')
          .doUpdateSet((expression) =>
            Object.fromEntries(columns.map((column) => [column, expression.ref(`excluded.${column}`)])),
          ),
      )
      .execute();
  }
}

async function replaceFiles(db: Db, changes: readonly Kept[]): Promise<void> {
  const rewritten = changes.flatMap(({ before, after }) => (before?.rid === after.rid ? [after.rid] : []));
  for (const chunk of chunks(rewritten)) {
    await db.deleteFrom('files').where('session_rid', 'in', chunk).execute();
  }
  const rows = changes.flatMap(({ after }) =>
    after.files.map((file, n) => toFileRow(file, { rid: after.rid, n })),
  );
  for (const chunk of chunks(rows)) await insertFiles(db, chunk);
}

/** All rows as one JSON parameter: building a statement with a parameter per value costs more than running it. */
async function insertFiles(db: Db, rows: readonly NewFileRow[]): Promise<void> {
  const values = JSON.stringify(rows.map((row) => FILE_COLUMNS.map((column) => row[column])));
  const columns = sql.join(FILE_COLUMNS.map((column) => sql.ref(column)));
  const fields = sql.join(FILE_COLUMNS.map((_, index) => sql`value ->> ${sql.lit(index)}`));
  await sql`INSERT INTO files (${columns}) SELECT ${fields} FROM json_each(${values})`.execute(db);
}

function totalsDelta(changes: readonly SessionChange[]): Map<string, CatalogTotals> {
  const delta = new Map<string, CatalogTotals>();
  for (const { before, after } of changes) {
    for (const [scope, sums] of contributionsOf(before)) add(delta, { scope, sums, sign: -1 });
    for (const [scope, sums] of contributionsOf(after)) add(delta, { scope, sums, sign: 1 });
  }
  return delta;
}

function add(
  delta: Map<string, CatalogTotals>,
  { scope, sums, sign }: { scope: string; sums: CatalogTotals; sign: 1 | -1 },
): void {
  const sum = delta.get(scope) ?? { sessions: 0, files: 0, bytes: 0, minutes: 0 };
  delta.set(scope, {
    sessions: sum.sessions + sign * sums.sessions,
    files: sum.files + sign * sums.files,
    bytes: sum.bytes + sign * sums.bytes,
    minutes: sum.minutes + sign * sums.minutes,
  });
}

async function addToTotals(db: Db, delta: ReadonlyMap<string, CatalogTotals>): Promise<void> {
  for (const [scope, sums] of delta) {
    if (Object.values(sums).every((sum) => sum === 0)) continue;
    await db
      .insertInto('totals')
      .values({ scope, ...sums })
      .onConflict((conflict) =>
        conflict.column('scope').doUpdateSet({
          sessions: sql`totals.sessions + excluded.sessions`,
          files: sql`totals.files + excluded.files`,
          bytes: sql`totals.bytes + excluded.bytes`,
          minutes: sql`totals.minutes + excluded.minutes`,
        }),
      )
      .execute();
  }
}

/** The change that takes a session out of a list: gone altogether when no other list shows it. */
export function removal(before: StoredSession, after: StoredSession): SessionChange {
  return { before, after: isMember(after) ? after : null };
}
