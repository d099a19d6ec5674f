import { z } from 'zod';
import { ChangeAction } from './changes.ts';
import { ProblemType } from './problem.ts';
import { Timestamp } from './session.ts';

/**
 * `sent`: written before the call left, and nothing is known of its outcome yet. `done`, `failed`, `unknown`: what became of
 * it. `refused`: a request that was turned away at the door; nothing was sent to Zoom.
 */
export const AuditResult = z.enum(['sent', 'done', 'failed', 'unknown', 'refused']);
export type AuditResult = z.infer<typeof AuditResult>;

/** Where a recording is: among the live ones, in the trash, or nowhere any more. */
export const Whereabouts = z.enum(['live', 'trash', 'gone']);
export type Whereabouts = z.infer<typeof Whereabouts>;

/**
 * One call that was made to change a recording, or one request that was refused (`action` is then null when it cannot be
 * told, and `detail` says what came from where). `who` is `local` for whoever uses this machine; null when it is not known. `before` and
 * `after` null: not known.
 */
export const AuditEntry = z.strictObject({
  id: z.int().positive(),
  at: Timestamp,
  endedAt: Timestamp.nullable(),
  who: z.string().nullable(),
  action: ChangeAction.nullable(),
  result: AuditResult,
  changeId: z.string().nullable(),
  sessionId: z.string().nullable(),
  zoomId: z.string().nullable(),
  fileId: z.string().nullable(),
  name: z.string().nullable(),
  label: z.string().nullable(),
  before: Whereabouts.nullable(),
  after: Whereabouts.nullable(),
  problem: ProblemType.nullable(),
  detail: z.string().nullable(),
  trackingId: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What narrows the audit log: inclusive UTC dates, what was done, what became of it, and a part of a name, an id or a tracking id. */
const filterFields = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  action: ChangeAction.optional(),
  result: AuditResult.optional(),
  change: z.string().min(1).max(100).optional(),
  q: z.string().max(500).optional(),
};

/** Query of `GET /api/audit`. */
export const AuditQuery = z
  .strictObject({
    ...filterFields,
    cursor: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(300).default(100),
  })
  .refine(inOrder, { path: ['from'], error: 'must not be after to' });
export type AuditQuery = z.infer<typeof AuditQuery>;

/** Query of `GET /api/audit/export`: CSV; `raw=1` leaves out what keeps spreadsheets from evaluating cells. */
export const AuditExportQuery = z
  .strictObject({ ...filterFields, raw: z.literal('1').optional() })
  .refine(inOrder, { path: ['from'], error: 'must not be after to' });
export type AuditExportQuery = z.infer<typeof AuditExportQuery>;

function inOrder({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return from === undefined || to === undefined || from <= to;
}

/** Answer of `GET /api/audit`, newest first. */
export const AuditEntries = z.strictObject({
  entries: z.array(AuditEntry),
  nextCursor: z.string().nullable(),
});
export type AuditEntries = z.infer<typeof AuditEntries>;
