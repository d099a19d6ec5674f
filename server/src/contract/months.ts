import { z } from 'zod';
import { Month, Totals } from './sessions.ts';
import { WindowState } from './window.ts';

/** One month of the strip: the totals of its live sessions and how far its window is read. */
export const MonthSummary = z.strictObject({ month: Month, ...Totals.shape, state: WindowState });
export type MonthSummary = z.infer<typeof MonthSummary>;

/** Answer of `GET /api/months`, newest first. */
export const Months = z.array(MonthSummary);
export type Months = z.infer<typeof Months>;
