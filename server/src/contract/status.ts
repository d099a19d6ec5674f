import { z } from 'zod';
import { Timestamp } from './session.ts';

/** How Zoom last treated us. `unknown` until the first call of this run has been answered. */
export const ZoomState = z.enum(['ok', 'unknown', 'credentials-refused', 'rate-limited', 'unreachable']);
export type ZoomState = z.infer<typeof ZoomState>;

/** `detail` is a sentence for a person, e.g. which key pair is needed or by how much the clock is off; `null` when all is well. */
export const ZoomHealth = z.strictObject({
  state: ZoomState,
  since: Timestamp,
  detail: z.string().nullable(),
});
export type ZoomHealth = z.infer<typeof ZoomHealth>;

/** Answer of `GET /api/status` and data of the `status` event. */
export const Status = z.strictObject({
  version: z.string(),
  mode: z.enum(['demo', 'live']),
  allowChanges: z.boolean(),
  zoom: ZoomHealth,
  catalog: z.strictObject({
    sessions: z.int().nonnegative(),
    files: z.int().nonnegative(),
    bytes: z.number().nonnegative(),
    months: z.int().nonnegative(),
  }),
});
export type Status = z.infer<typeof Status>;
