import type { SimulatedSession } from './account.ts';
import type { Random } from './random.ts';
import { toZoomTime } from './utc-date.ts';

const DAY_MS = 86_400_000;
const TRASHED_SHARE = 0.05;
const TRASHED_FILES = 24;
/** From a few minutes ago to a few hours before the trash is emptied. */
const LATEST_DAYS = 0.01;
const EARLIEST_DAYS = 29.8;

/**
 * Puts a share of the sessions, and single files of some others, in the trash, thrown away evenly over the last 30
 * days: some are purged today, some in three days. Only sessions old enough to have been there before are chosen.
 */
export function trashSome(
  sessions: SimulatedSession[],
  { now, random }: { now: number; random: Random },
): SimulatedSession[] {
  const candidates = sessions.filter((session) => Date.parse(session.start_time) < now - 31 * DAY_MS);
  const whole = pickSome(candidates, Math.round(sessions.length * TRASHED_SHARE), random);
  const parts = pickSome(
    candidates.filter((session) => !whole.includes(session)),
    TRASHED_FILES,
    random,
  );
  return sessions.map((session) => {
    const wholeIndex = whole.indexOf(session);
    if (wholeIndex >= 0) return { ...session, trashed_at: trashTime(wholeIndex / (whole.length - 1), now) };
    const partIndex = parts.indexOf(session);
    return partIndex < 0 ? session : trashOneFile(session, trashTime(partIndex / (parts.length - 1), now));
  });
}

function trashTime(share: number, now: number): string {
  return toZoomTime(now - (LATEST_DAYS + share * (EARLIEST_DAYS - LATEST_DAYS)) * DAY_MS);
}

function trashOneFile(session: SimulatedSession, deletedTime: string): SimulatedSession {
  const files = (session.recording_files ?? []).map((file, index) =>
    file && index === 0 ? { ...file, deleted_time: deletedTime } : file,
  );
  return { ...session, recording_files: files };
}

function pickSome(sessions: SimulatedSession[], count: number, random: Random): SimulatedSession[] {
  const left = [...sessions];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.integer(0, left.length - 1), 1),
  ).flat();
}
