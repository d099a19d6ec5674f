import {
  formatDateTime,
  formatDay,
  formatDayMonth,
  formatDayTime,
  missing,
  type TimeOptions,
} from '../../lib/format.ts';
import type { Month } from '../../lib/month.ts';

interface StartOptions extends TimeOptions {
  /** The UTC month on screen; null when rows of many months stand together. */
  month: Month | null;
}

/**
 * A session's start in the reader's time. Zoom files sessions by UTC month: where the reader's month is another one,
 * the row says so, `Sun 1, 09:30 (1 Nov your time)`.
 */
export function formatStart(iso: string | null, { month, ...zone }: StartOptions): string {
  if (!iso) return missing;
  if (month === null) return formatDateTime(iso, zone);
  const dayTime = formatDayTime(iso, zone);
  return isSameMonth(iso, zone) ? dayTime : `${dayTime} (${formatDayMonth(iso, zone)} your time)`;
}

function isSameMonth(iso: string, zone: TimeOptions): boolean {
  const utc = formatDay(iso, { timeZone: 'UTC' });
  const local = formatDay(iso, zone);
  return utc.slice(utc.indexOf(' ')) === local.slice(local.indexOf(' '));
}
