import { type RawBuilder, sql } from 'kysely';
import type { Durably } from '../durably.ts';
import type { Db } from '../schema.ts';
import type { AuditRecord, ChangeAction, Place, ResultRecord } from './records.ts';

/** What narrows the audit log; `before` is the id of the last line that was seen. Times in epoch milliseconds, the end exclusive. */
export interface AuditFilter {
  fromMs: number | null;
  untilMs: number | null;
  action: ChangeAction | null;
  result: ResultRecord['result'] | 'sent' | 'refused' | null;
  changeId: string | null;
  q: string | null;
  before: number | null;
  limit: number;
}

/** Columns of the query below; what they hold was written from the records' own types alone. */
interface AuditRow {
  id: number;
  at_ms: number;
  ended_ms: number | null;
  who: string | null;
  action: ChangeAction | null;
  is_refused: number;
  result: ResultRecord['result'] | null;
  change_id: string | null;
  zoom_id: string | null;
  file_id: string | null;
  name: string | null;
  label: string | null;
  before: Place | null;
  after: Place | null;
  problem: string | null;
  detail: string | null;
  tracking_id: string | null;
}

/** Lines of the audit log, newest first. */
export async function listAudit(db: Db, filter: AuditFilter): Promise<AuditRecord[]> {
  const { rows } = await sql<AuditRow>`
    SELECT call.*, told.at_ms AS ended_ms, told.result, told.after, told.problem, told.tracking_id,
      coalesce(told.detail, call.detail) AS detail
    FROM audit_calls AS call LEFT JOIN audit_results AS told ON told.call_id = call.id
    WHERE ${sql.join([sql`true`, ...conditionsOf(filter)], sql` AND `)}
    ORDER BY call.id DESC LIMIT ${filter.limit}`.execute(db);
  return rows.map(({ at_ms, ended_ms, is_refused, change_id, zoom_id, file_id, tracking_id, ...same }) => ({
    ...same,
    atMs: at_ms,
    endedMs: ended_ms,
    isRefused: is_refused === 1,
    changeId: change_id,
    zoomId: zoom_id,
    fileId: file_id,
    trackingId: tracking_id,
  }));
}

function conditionsOf(filter: AuditFilter): RawBuilder<unknown>[] {
  const { fromMs, untilMs, action, result, changeId, q, before } = filter;
  return [
    ...(before === null ? [] : [sql`call.id < ${before}`]),
    ...(fromMs === null ? [] : [sql`call.at_ms >= ${fromMs}`]),
    ...(untilMs === null ? [] : [sql`call.at_ms < ${untilMs}`]),
    ...(action === null ? [] : [sql`call.action = ${action}`]),
    ...(changeId === null ? [] : [sql`call.change_id = ${changeId}`]),
    ...(result === null ? [] : [hasResult(result)]),
    ...(q === null || q === '' ? [] : [holds(q)]),
  ];
}

function hasResult(result: NonNullable<AuditFilter['result']>): RawBuilder<unknown> {
  if (result === 'refused') return sql`call.is_refused = 1`;
  if (result === 'sent') return sql`call.is_refused = 0 AND told.result IS NULL`;
  return sql`told.result = ${result}`;
}

/** Searched where a person knows a part of it: names, and every id there is. Every character stands for itself. */
function holds(q: string): RawBuilder<unknown> {
  const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const columns = [
    'call.name',
    'call.label',
    'call.zoom_id',
    'call.file_id',
    'call.change_id',
    'call.detail',
  ];
  const likes = [...columns, 'told.tracking_id'].map(
    (column) => sql`${sql.ref(column)} LIKE ${part} ESCAPE '\\'`,
  );
  return sql`(${sql.join(likes, sql` OR `)})`;
}

/** Adds a request that was turned away at the door. */
export async function addRefusal(
  durably: Durably,
  refusal: { atMs: number; action: ChangeAction | null; detail: string },
): Promise<void> {
  const { atMs, action, detail } = refusal;
  await durably((db) =>
    db.insertInto('audit_calls').values({ at_ms: atMs, action, detail, is_refused: 1 }).execute(),
  );
}
