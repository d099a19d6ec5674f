import { z } from 'zod';
import { WindowProblem } from './problem.ts';
import { Timestamp } from './session.ts';
import { Month } from './sessions.ts';

/**
 * How far the account's past is read in the background, from the current month backwards. `waiting`: Zoom's daily limit
 * or a failure holds it until `resumesAt`. `paused`: by a person, also over a restart.
 */
export const HistoryState = z.enum(['reading', 'paused', 'waiting', 'done']);
export type HistoryState = z.infer<typeof HistoryState>;

/**
 * Answer of `GET` and `POST /api/history`, and data of the `history` event. `month` is being read now; `oldestMonth` is how
 * far back it has come; `since` is the owner's limit (`MATINEE_HISTORY_SINCE`); `monthsRead` counts windows read so far.
 */
export const History = z.strictObject({
  state: HistoryState,
  month: Month.nullable(),
  oldestMonth: Month.nullable(),
  since: Month.nullable(),
  monthsRead: z.int().nonnegative(),
  resumesAt: Timestamp.nullable(),
  problem: WindowProblem.optional(),
});
export type History = z.infer<typeof History>;

/** Body of `POST /api/history`. */
export const HistoryRequest = z.strictObject({ action: z.enum(['pause', 'resume']) });
export type HistoryRequest = z.infer<typeof HistoryRequest>;
