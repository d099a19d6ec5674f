import { z } from 'zod';

export const maxSelected = 10_000;

/** Body of `POST /api/selections`: the ids of chosen sessions, kept in memory for some minutes. */
export const SelectionRequest = z.strictObject({
  ids: z.array(z.string().min(1).max(200)).min(1).max(maxSelected),
});
export type SelectionRequest = z.infer<typeof SelectionRequest>;

/** Answer of `POST /api/selections`, 201: `id` is good for `selection` of `GET /api/export`. Unknown ids do not count. */
export const Selection = z.strictObject({
  id: z.string(),
  sessions: z.int().nonnegative(),
  bytes: z.number().nonnegative(),
});
export type Selection = z.infer<typeof Selection>;
