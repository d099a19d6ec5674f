import { z } from 'zod';
import { WindowProblem } from './problem.ts';
import { Timestamp } from './session.ts';

/** Zoom's two trashes: sessions trashed whole, and single files of sessions that are still live. */
export const TrashType = z.enum(['session_recordings', 'recording_file']);
export type TrashType = z.infer<typeof TrashType>;

/**
 * `unread`: never read. `syncing`: a pass runs (`syncedAt` tells whether an earlier one had finished).
 * `complete`: the last pass was clean. `partial`: a pass ended, but cannot vouch for every session.
 * `failed`: the last pass broke; what an earlier one brought is still shown.
 */
export const WindowState = z.enum(['complete', 'syncing', 'partial', 'failed', 'unread']);
export type WindowState = z.infer<typeof WindowState>;

/**
 * One window as people see it: a UTC calendar month of live sessions (`from`, `to` inclusive dates, `trash` null)
 * or one trash (`from`, `to` null). `records` is our count, `reportedTotal` Zoom's `total_records`,
 * `unreadable` the records of the last pass that could not be understood.
 */
export const Window = z.strictObject({
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  trash: TrashType.nullable(),
  state: WindowState,
  syncedAt: Timestamp.nullable(),
  records: z.int().nonnegative(),
  reportedTotal: z.int().nonnegative().nullable(),
  pages: z.int().nonnegative(),
  unreadable: z.int().nonnegative(),
  problem: WindowProblem.optional(),
});
export type Window = z.infer<typeof Window>;

/** Answer of `GET /api/windows`: every window, months newest first, then the two trashes. */
export const Windows = z.array(Window);
export type Windows = z.infer<typeof Windows>;
