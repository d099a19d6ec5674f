import { z } from 'zod';
import { ChangeTargets } from './previews.ts';
import { WindowProblem } from './problem.ts';
import { Timestamp } from './session.ts';

/** `trash`: into Zoom's trash for 30 days. `restore`: out of it. `delete`: for good, and only from the trash. */
export const ChangeAction = z.enum(['trash', 'restore', 'delete']);
export type ChangeAction = z.infer<typeof ChangeAction>;

/** Header of `POST /api/changes`: the same key with the same body is the same change, however often it is sent. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 printable characters');

/** The preview that a deletion rests on, and what the person typed: `delete 12`. */
const Confirmation = z.strictObject({ id: z.string().min(1).max(100), typed: z.string().max(100) });

/**
 * Body of `POST /api/changes`. With `undo`, everything that this change has moved to the trash comes back. A deletion
 * names the items of its preview, in any order.
 */
export const ChangeRequest = z.union([
  z.strictObject({ action: z.enum(['trash', 'restore']), items: ChangeTargets }),
  z.strictObject({ action: z.literal('restore'), undo: z.string().min(1).max(100) }),
  z.strictObject({ action: z.literal('delete'), items: ChangeTargets, preview: Confirmation }),
]);
export type ChangeRequest = z.infer<typeof ChangeRequest>;

/**
 * `running`: worked through, an item at a time. `waiting`: held until `resumesAt` by a limit or a failure of Zoom.
 * `paused`, `cancelled`: by a person, or because changes were turned off. `done`: no item is left to do.
 */
export const ChangeState = z.enum(['running', 'waiting', 'paused', 'cancelled', 'done']);
export type ChangeState = z.infer<typeof ChangeState>;

/**
 * `queued`: not done yet. `done`: Zoom did it. `failed`: it did not, `problem` says why. `unknown`: an answer was lost
 * and Zoom could not be asked how it stands. `cancelled`: never tried, as a person has cancelled the rest.
 */
export const ChangeItemState = z.enum(['queued', 'done', 'failed', 'unknown', 'cancelled']);
export type ChangeItemState = z.infer<typeof ChangeItemState>;

const count = z.int().nonnegative();

/** How many items are in each state; every item is in exactly one. */
export const ChangeCounts = z.strictObject({
  total: count,
  queued: count,
  done: count,
  failed: count,
  unknown: count,
  cancelled: count,
});
export type ChangeCounts = z.infer<typeof ChangeCounts>;

/**
 * Answer of `POST /api/changes` (202), `GET /api/changes/:id` and `POST /api/changes/:id/steer`, and data of the `change`
 * event. `undoes`: the change it takes back. `sizeBytes`, `files` and `externalFiles` (in the owner's own bucket, which Zoom
 * only forgets) were reckoned when it was asked for.
 */
export const Change = z.strictObject({
  id: z.string(),
  action: ChangeAction,
  state: ChangeState,
  undoes: z.string().nullable(),
  createdAt: Timestamp,
  endedAt: Timestamp.nullable(),
  resumesAt: Timestamp.nullable(),
  problem: WindowProblem.nullable(),
  counts: ChangeCounts,
  files: count,
  externalFiles: count,
  sizeBytes: z.number().nonnegative(),
});
export type Change = z.infer<typeof Change>;

/** Answer of `GET /api/changes`: the latest 100, newest first. */
export const Changes = z.strictObject({ changes: z.array(Change) });
export type Changes = z.infer<typeof Changes>;

/** Query of `GET /api/changes/:id/items`. */
export const ChangeItemsQuery = z.strictObject({
  state: ChangeItemState.optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(300).default(100),
});
export type ChangeItemsQuery = z.infer<typeof ChangeItemsQuery>;

/**
 * One item of a change. `name` is the session's, `label` the file's (null for a whole session), as they were when it was
 * asked for. `problem` tells why it failed. `trackingId` is Zoom's id of the call, for its support.
 */
export const ChangeItem = z.strictObject({
  index: count,
  sessionId: z.string(),
  fileId: z.string().nullable(),
  name: z.string().nullable(),
  startTime: Timestamp.nullable(),
  label: z.string().nullable(),
  sizeBytes: z.number().nonnegative(),
  externalFiles: count,
  state: ChangeItemState,
  problem: WindowProblem.nullable(),
  changedAt: Timestamp.nullable(),
  trackingId: z.string().nullable(),
});
export type ChangeItem = z.infer<typeof ChangeItem>;

/** Answer of `GET /api/changes/:id/items`, in the order they were asked for. */
export const ChangeItems = z.strictObject({ items: z.array(ChangeItem), nextCursor: z.string().nullable() });
export type ChangeItems = z.infer<typeof ChangeItems>;

/** Body of `POST /api/changes/:id/steer`. What is on its way to Zoom is always finished; `cancel` is for good. */
export const SteerRequest = z.strictObject({ action: z.enum(['pause', 'resume', 'cancel']) });
export type SteerRequest = z.infer<typeof SteerRequest>;
