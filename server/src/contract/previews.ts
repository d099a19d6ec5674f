import { z } from 'zod';
import { WindowProblem } from './problem.ts';
import { Timestamp } from './session.ts';

export const maxChangeItems = 10_000;

const Id = z.string().min(1).max(200);

/** What is to be changed: a whole session, or with `fileId` one file of it. Ids are ours. */
export const ChangeTarget = z.strictObject({ sessionId: Id, fileId: Id.optional() });
export type ChangeTarget = z.infer<typeof ChangeTarget>;

/**
 * The targets of one change. None is named twice, and no file beside its whole session: each would be changed once,
 * and the count a person confirms would not be the count of what happens.
 */
export const ChangeTargets = z
  .array(ChangeTarget)
  .min(1)
  .max(maxChangeItems)
  .refine((targets) => new Set(targets.map(toKey)).size === targets.length, 'names something twice')
  .refine(hasNoFileOfNamedSession, 'names a file of a session that is named as a whole');

function toKey({ sessionId, fileId }: ChangeTarget): string {
  return JSON.stringify([sessionId, fileId ?? null]);
}

function hasNoFileOfNamedSession(targets: readonly ChangeTarget[]): boolean {
  const whole = new Set(
    targets.flatMap(({ sessionId, fileId }) => (fileId === undefined ? [sessionId] : [])),
  );
  return targets.every(({ sessionId, fileId }) => fileId === undefined || !whole.has(sessionId));
}

/** Body of `POST /api/previews`: what somebody thinks of deleting for good. */
export const PreviewRequest = z.strictObject({ items: ChangeTargets });
export type PreviewRequest = z.infer<typeof PreviewRequest>;

/** A target that cannot be deleted for good, and why: it is not in the trash, or unknown. */
export const RefusedTarget = z.strictObject({ ...ChangeTarget.shape, problem: WindowProblem });
export type RefusedTarget = z.infer<typeof RefusedTarget>;

/**
 * Answer of `POST /api/previews`, 201: exactly `items` may be deleted with this preview, once, until `expiresAt` (5
 * minutes), by whoever types `typed`. `externalFiles` of the `files` lie in the owner's own bucket: Zoom only forgets them. With no item
 * left after `refused` were taken out, `id` and `typed` are null.
 */
export const Preview = z.strictObject({
  id: z.string().nullable(),
  typed: z.string().nullable(),
  expiresAt: Timestamp,
  items: z.array(ChangeTarget),
  refused: z.array(RefusedTarget),
  files: z.int().nonnegative(),
  externalFiles: z.int().nonnegative(),
  sizeBytes: z.number().nonnegative(),
});
export type Preview = z.infer<typeof Preview>;
