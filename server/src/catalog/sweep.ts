import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { withFiles } from './load-sessions.ts';
import { withoutLists } from './merge-session.ts';
import type { Span } from './place-sessions.ts';
import { firstRidAt, lastRidAt, monthOfPosition, positionOfRid } from './position.ts';
import type { CatalogSchema, Db } from './schema.ts';
import { IN_LIVE, IN_PARTS, IN_TRASHED, type StoredFile, type StoredSession } from './stored-session.ts';
import { removal, writeChanges } from './write-sessions.ts';

/** Sessions that are held in memory at the same time. */
const BATCH = 500;

/** The rows a window answers for: a span of live sessions, or one trash. */
export type WindowScope =
  | { list: 'live'; span: Span }
  | { list: 'trashed-sessions' }
  | { list: 'trashed-files' };

/** What a sweep took out, and the months in which that was: whatever left a trash may be back among the live. */
export interface Swept {
  removed: number;
  months: string[];
}

/** How many sessions of that scope no answer has shown since that sequence number. */
export async function countUnseen(
  db: Db,
  { scope, before }: { scope: WindowScope; before: number },
): Promise<number> {
  const row = await db
    .selectFrom('sessions')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where((expression) => unseen(expression, { scope, before }))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Takes what no answer has shown since that sequence number out of the scope, within the caller's transaction. */
export async function sweep(
  db: Db,
  { scope, before }: { scope: WindowScope; before: number },
): Promise<Swept> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where((expression) => unseen(expression, { scope, before }))
    .execute();
  for (let start = 0; start < rows.length; start += BATCH) {
    const sessions = await withFiles(db, rows.slice(start, start + BATCH));
    await writeChanges(
      db,
      sessions.map((session) => removal(session, withoutList(session, scope.list))),
    );
  }
  return { removed: rows.length, months: [...new Set(rows.map(({ rid }) => monthOfRid(rid)))] };
}

function monthOfRid(rid: number): string {
  return monthOfPosition(positionOfRid(rid));
}

function unseen(
  expression: ExpressionBuilder<CatalogSchema, 'sessions'>,
  { scope, before }: { scope: WindowScope; before: number },
): Expression<SqlBool> {
  if (scope.list === 'trashed-sessions') return expression('trashed_seq', '<', before);
  if (scope.list === 'trashed-files') return expression('parts_seq', '<', before);
  return expression.and([
    expression('rid', '>=', firstRidAt(scope.span.fromMs)),
    expression('rid', '<=', lastRidAt(scope.span.toMs)),
    expression('live_seq', '<', before),
  ]);
}

function withoutList(session: StoredSession, list: WindowScope['list']): StoredSession {
  if (list === 'live') return { ...session, liveSeq: null, files: without(session, IN_LIVE) };
  if (list === 'trashed-sessions') {
    return { ...session, trashedSeq: null, trashedMs: null, files: without(session, IN_TRASHED | IN_LIVE) };
  }
  // A file that left the trash is back in its session or gone: only a new reading of the session can tell.
  return { ...session, partsSeq: null, readMs: null, files: without(session, IN_PARTS) };
}

function without(session: StoredSession, bits: number): StoredFile[] {
  return session.files.flatMap((file) => withoutLists(file, bits));
}
