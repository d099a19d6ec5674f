import { z } from 'zod';
import { Month, Totals } from './sessions.ts';
import { TrashType, WindowState } from './window.ts';

/** One month of the strip: the totals of its live sessions and how far its window is read. */
export const MonthSummary = z.strictObject({ month: Month, ...Totals.shape, state: WindowState });
export type MonthSummary = z.infer<typeof MonthSummary>;

/** Answer of `GET /api/months`, newest first. */
export const Months = z.array(MonthSummary);
export type Months = z.infer<typeof Months>;

/** Query of `GET /api/trash/months`. */
export const TrashMonthsQuery = z.strictObject({ trash: TrashType });
export type TrashMonthsQuery = z.infer<typeof TrashMonthsQuery>;

/**
 * Answer of `GET /api/trash/months`: the UTC months in which what is in that trash was recorded, with how many sessions of each,
 * newest first. Zoom cannot tell them apart; the catalog does. A month without any is not listed.
 */
export const TrashMonths = z.array(z.strictObject({ month: Month, sessions: z.int().positive() }));
export type TrashMonths = z.infer<typeof TrashMonths>;
