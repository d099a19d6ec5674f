import type { RecordingFile, Session } from '@matinee/server/contract';

/** How near the end of an item is, for its icon and colour. */
export type Urgency = 'last-day' | 'soon' | 'later' | 'unknown';

export interface PurgeCountdown {
  words: string;
  urgency: Urgency;
}

const dayMs = 86_400_000;
/** Zoom keeps what is trashed this long (zoom-api.md). */
const keptDays = 30;
const soonDays = 7;

/**
 * How long until Zoom deletes an item for good, in whole days of the reader's calendar. Zoom deletes within a day
 * after the moment, so what is due already says "today" too.
 */
export function toCountdown(purgeAt: string | null, now: Date): PurgeCountdown {
  if (!purgeAt) return { words: `within ${keptDays} days`, urgency: 'unknown' };
  const days = Math.max(0, Math.round((startOfDay(new Date(purgeAt)) - startOfDay(now)) / dayMs));
  return { words: inDays(days), urgency: urgencyOf(days) };
}

/** Files of a session that are in the trash. A session trashed whole has them all there, whether or not each says so. */
export function trashedFiles(session: Session): readonly RecordingFile[] {
  return session.state === 'trashed'
    ? session.files
    : session.files.filter((file) => file.trashedAt !== null);
}

/** When a session, or the first of its trashed files, was moved here and will be deleted. */
export function trashTimes(session: Session): { trashedAt: string | null; purgeAt: string | null } {
  const files = trashedFiles(session);
  return {
    trashedAt: session.trashedAt ?? earliest(files.map((file) => file.trashedAt)),
    purgeAt: session.purgeAt ?? earliest(files.map((file) => file.purgeAt)),
  };
}

function inDays(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

function urgencyOf(days: number): Urgency {
  if (days <= 1) return 'last-day';
  return days <= soonDays ? 'soon' : 'later';
}

function earliest(times: readonly (string | null)[]): string | null {
  return times.filter((time) => time !== null).toSorted((a, b) => a.localeCompare(b))[0] ?? null;
}

/** The local day of a moment as a number of milliseconds that steps by whole days, daylight saving or not. */
function startOfDay(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
}
