import type { RecordingFile, Session } from '../contract/index.ts';

/** Recordings this far from the session's start bear a wrong date rather than belong to so long a session. */
const MOST_MS = 7 * 86_400_000;

/**
 * Where a file begins on the session's clock, in seconds; null where no time is told. Second 0 is the earliest start of a video
 * or sound, without such of any file, else the session's: as the clock of the session's page has it.
 */
export function offsetOf(session: Pick<Session, 'startTime' | 'files'>, file: RecordingFile): number | null {
  const sessionMs = parseTime(session.startTime);
  const believe = ({ startTime }: RecordingFile) => {
    const ms = parseTime(startTime);
    return ms !== null && sessionMs !== null && Math.abs(ms - sessionMs) > MOST_MS ? null : ms;
  };
  const media = session.files.filter(({ kind }) => kind === 'video' || kind === 'audio');
  const originMs = earliest(media.map(believe)) ?? earliest(session.files.map(believe)) ?? sessionMs;
  if (originMs === null) return null;
  // A file without a believable start lies at second 0.
  return ((believe(file) ?? originMs) - originMs) / 1000;
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((ms) => ms !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function parseTime(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}
