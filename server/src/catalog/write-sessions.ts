import { sql } from 'kysely';
import { replaceFileIds } from './file-ids.ts';
import { anyOf, insertJson } from './json-values.ts';
import { addToKindTotals } from './kind-totals.ts';
import { noteSpoken } from './moments/spoken-work.ts';
import { noteChangedMonths } from './month-versions.ts';
import { filesText, packFiles } from './packed-files.ts';
import type { CatalogTotals } from './rows.ts';
import type { Db, SessionRow } from './schema.ts';
import { toSessionRow } from './session-row.ts';
import { contributionsOf } from './session-sums.ts';
import { isMember, type StoredSession } from './stored-session.ts';

/** What became of one session: `before` is null when it is new, `after` null when it is to go. */
export interface SessionChange {
  before: StoredSession | null;
  after: StoredSession | null;
}

/**
 * Stores changes and keeps the sums true, within the caller's transaction. `after.rid` is settled. Rows go in by ascending
 * rid, although Zoom lists them the other way: pages of the database fill well only upwards.
 */
export async function writeChanges(db: Db, changes: readonly SessionChange[]): Promise<void> {
  await deleteSessions(db, goneRids(changes));
  await upsertSessions(
    db,
    changes
      .filter(hasNewRow)
      .map(({ after }) => toSessionRow(after))
      .sort((a, b) => a.rid - b.rid),
  );
  await replaceFiles(db, changes.filter(hasNewFiles));
  await addToTotals(db, totalsDelta(changes));
  await addToKindTotals(db, changes);
  await noteSpoken(db, changes);
  await noteChangedMonths(db, changes);
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
    filesText(session.files),
  ]);
}

type Kept = SessionChange & { after: StoredSession };

function hasNewRow(change: SessionChange): change is Kept {
  const { before, after } = change;
  if (!after) return false;
  return !before || JSON.stringify(toSessionRow(before)) !== JSON.stringify(toSessionRow(after));
}

function hasNewFiles({ before, after }: SessionChange): boolean {
  if (!before || !after) return before !== after;
  return before.rid !== after.rid || filesText(before.files) !== filesText(after.files);
}

function goneRids(changes: readonly SessionChange[]): number[] {
  return changes.flatMap(({ before, after }) => (before && before.rid !== after?.rid ? [before.rid] : []));
}

async function deleteSessions(db: Db, rids: readonly number[]): Promise<void> {
  if (rids.length > 0) await db.deleteFrom('sessions').where('rid', 'in', anyOf(rids)).execute();
}

function upsertSessions(db: Db, rows: readonly SessionRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof SessionRow)[]; // toSessionRow names them all, in one order
  const values = rows.map((row) => columns.map((column) => row[column]));
  return insertJson(db, { table: 'sessions', columns, rows: values, conflictColumn: 'rid' });
}

/** Cascades take the packs of sessions that went; nothing but this keeps the ids of files true. */
async function replaceFiles(db: Db, changes: readonly SessionChange[]): Promise<void> {
  const kept = changes.flatMap(({ after }) => after ?? []).sort((a, b) => a.rid - b.rid);
  await insertJson(db, {
    table: 'session_files',
    columns: ['session_rid', 'packed'],
    rows: kept.map(({ rid, files }) => [rid, packFiles(files).toString('hex')]),
    conflictColumn: 'session_rid',
    bytesColumn: 'packed',
  });
  await replaceFileIds(db, { stale: changes.flatMap(({ before }) => before ?? []), kept });
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
