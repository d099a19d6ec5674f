import { z } from 'zod';
import { Timestamp } from './session.ts';

/** What the set-up doctor looks at, in the order it is shown. */
export const CheckId = z.enum([
  'credentials',
  'api',
  'clock',
  'list',
  'trash',
  'changes',
  'files',
  'rate-limits',
  'webhooks',
  'data-folder',
  'database',
]);
export type CheckId = z.infer<typeof CheckId>;

/**
 * One finding. `warning` works, but not as well as it could; `unknown` could not be looked at, because of another finding or
 * because there is nothing to try it on. `remedy` says what to do; null where there is nothing to do.
 */
export const Check = z.strictObject({
  id: CheckId,
  title: z.string(),
  state: z.enum(['ok', 'warning', 'failed', 'unknown']),
  detail: z.string(),
  remedy: z.string().nullable(),
});
export type Check = z.infer<typeof Check>;

/** Answer of `GET /api/doctor`: every check, once, in the order of CheckId. */
export const Diagnosis = z.strictObject({ ranAt: Timestamp, checks: z.array(Check) });
export type Diagnosis = z.infer<typeof Diagnosis>;
