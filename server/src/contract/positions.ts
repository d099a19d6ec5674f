import { z } from 'zod';

/** Body of `PUT /api/sessions/:id/position`: the second of the session's clock, and the view that was shown. */
export const PositionRequest = z.strictObject({
  seconds: z.number().min(0).max(1e7),
  view: z.string().max(200).nullable(),
});
export type PositionRequest = z.infer<typeof PositionRequest>;

/** Answer of `GET` and `PUT /api/sessions/:id/position`: where somebody left off; null when nobody ever did. */
export const Position = PositionRequest.nullable();
export type Position = z.infer<typeof Position>;
