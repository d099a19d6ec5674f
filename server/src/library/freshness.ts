import type { WindowRecord } from '../catalog/rows.ts';
import { addMonths, toMonth, type WindowKey } from './window-key.ts';

const MINUTE_MS = 60_000;

/** How old a window may be when it is looked at: recordings of this month still grow, those of last month settle. */
export function staleAfterMs(key: WindowKey, nowMs: number): number {
  if (key.kind === 'trash') return MINUTE_MS;
  const current = toMonth(nowMs);
  if (key.month >= current) return MINUTE_MS;
  return key.month === addMonths(current, -1) ? 10 * MINUTE_MS : 24 * 60 * MINUTE_MS;
}

/** Whether looking at a window has to read it again. A partial one is given another chance sooner. */
export function isStale(
  record: WindowRecord | undefined,
  { key, nowMs }: { key: WindowKey; nowMs: number },
): boolean {
  if (!record || record.syncedMs === null || record.isDue || record.state === 'failed') return true;
  const ageMs = nowMs - record.syncedMs;
  const limitMs = staleAfterMs(key, nowMs);
  return ageMs < 0 || ageMs >= (record.state === 'partial' ? Math.min(limitMs, 10 * MINUTE_MS) : limitMs);
}

/** A window read whole is left alone by the history for so long, whichever month it is: people's looks keep it fresher. */
const SETTLED_MS = 24 * 60 * MINUTE_MS;

/** Whether the history has to read a window: it was never read, broke, is due, or is old. */
export function isDueForHistory(
  record: WindowRecord | undefined,
  { key, nowMs }: { key: WindowKey; nowMs: number },
): boolean {
  const ageMs = nowMs - (record?.syncedMs ?? Number.NaN);
  const isSettled = record?.state === 'complete' && !record.isDue && ageMs >= 0 && ageMs < SETTLED_MS;
  return key.kind === 'month' && isSettled ? false : isStale(record, { key, nowMs });
}

/** How long the history leaves what failed so many times in a row: 5 s, twice as long each time, at most 15 min. */
export function historyPauseMs(failures: number): number {
  return Math.min(5000 * 2 ** (failures - 1), 15 * MINUTE_MS);
}

/**
 * How long a window that failed so many times in a row is left alone: 5 s, 10 s, 20 s, then 27 s, so that a Zoom that is well
 * again shows within 30 s (reliability.md U4).
 */
export function pauseAfterFailureMs(failures: number): number {
  return Math.min(5000 * 2 ** (failures - 1), 27_000);
}
