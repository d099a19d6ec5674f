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

/** How long a window that failed so many times in a row is left alone: 5 s, 10 s, 20 s, then 30 s. */
export function pauseAfterFailureMs(failures: number): number {
  return Math.min(5000 * 2 ** (failures - 1), 30_000);
}
