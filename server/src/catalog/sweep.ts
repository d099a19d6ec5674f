import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { loadByRids } from './load-sessions.ts';
import { withoutLists } from './merge-session.ts';
import type { Span } from './place-sessions.ts';
import { firstRidAt, lastRidAt, monthOfPosition, positionOfRid } from './position.ts';
import type { CatalogSchema, Db } from './schema.ts';
import type { SeenUnchanged } from './seen-unchanged.ts';
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
  { db, seen }: { db: Db; seen: SeenUnchanged },
  scoped: { scope: WindowScope; before: number },
): Promise<number> {
  return (await unseenRids({ db, seen }, scoped)).length;
}

async function unseenRids(
  { db, seen }: { db: Db; seen: SeenUnchanged },
  { scope, before }: { scope: WindowScope; before: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('rid')
    .where((expression) => unseen(expression, { scope, before }))
    .execute();
  const isUnseen = (rid: number) => scope.list !== 'live' || !seen.isSince(rid, before);
  return rows.flatMap(({ rid }) => (isUnseen(rid) ? [rid] : []));
}

/** Takes what no answer has shown since that sequence number out of the scope, within the caller's transaction. */
export async function sweep(
  { db, seen }: { db: Db; seen: SeenUnchanged },
  { scope, before }: { scope: WindowScope; before: number },
): Promise<Swept> {
  const rids = await unseenRids({ db, seen }, { scope, before });
  for (let start = 0; start < rids.length; start += BATCH) {
    const sessions = await loadByRids(db, rids.slice(start, start + BATCH));
    await writeChanges(
      db,
      sessions.map((session) => removal(session, withoutList(session, scope.list))),
    );
  }
  return { removed: rids.length, months: [...new Set(rids.map(monthOfRid))] };
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
