import type { RecordingFile, Session } from '@matinee/server/contract';

/** Where a file lies on the session's clock, in seconds. `endSeconds` is null while nobody knows its length. */
export interface Span {
  startSeconds: number;
  endSeconds: number | null;
}

/** The session's clock as a scale: its second 0, its end, and where each file lies on it. */
export interface Timeline {
  /** Second 0 as a moment, ms since the epoch; null where no file and no session tells a time. */
  originMs: number | null;
  /** The end of the last recording; 0 while no length is known. */
  durationSeconds: number;
  /** Where the file begins: add it to the seconds that its lines count from the file's own start. */
  offsetOf(fileId: string): number;
  spanOf(fileId: string): Span;
}

/** Recordings this far from the session's start bear a wrong date rather than belong to so long a session. */
const maxDistanceMs = 7 * 86_400_000;
const nowhere: Span = { startSeconds: 0, endSeconds: null };

/**
 * Puts a session's files on one clock by their `recording_start` and `recording_end` (zoom-api.md 2.7). Second 0 is the earliest
 * start of a video or sound, trashed ones too, so that a link keeps its meaning; without media the earliest of any file, else the session's
 * start. A file without a believable start lies at second 0. Side files may begin before it: their offset is negative.
 * @param lengths seconds that files were found to last; they count more than what Zoom says, which includes pauses.
 */
export function toTimeline(
  session: Pick<Session, 'startTime' | 'files'>,
  lengths: ReadonlyMap<string, number> = new Map(),
): Timeline {
  const sessionMs = parseTime(session.startTime);
  const startOf = (file: RecordingFile) => believe(parseTime(file.startTime), sessionMs);
  const media = session.files.filter(isMedia);
  const originMs = findEarliest(media.map(startOf)) ?? findEarliest(session.files.map(startOf)) ?? sessionMs;
  const spans = new Map(
    session.files.map((file) => {
      const startMs = startOf(file) ?? originMs ?? 0;
      const startSeconds = (startMs - (originMs ?? 0)) / 1000;
      const lengthSeconds = lengths.get(file.id) ?? toLength(file, startMs);
      return [file.id, { startSeconds, endSeconds: lengthSeconds && startSeconds + lengthSeconds }];
    }),
  );
  const ends = media.map((file) => spans.get(file.id)?.endSeconds ?? 0);
  return {
    originMs,
    durationSeconds: Math.max(0, ...ends),
    offsetOf: (fileId) => spans.get(fileId)?.startSeconds ?? 0,
    spanOf: (fileId) => spans.get(fileId) ?? nowhere,
  };
}

function isMedia(file: RecordingFile): boolean {
  return file.kind === 'video' || file.kind === 'audio';
}

/** Null for what is no time. */
function parseTime(iso: string | null): number | null {
  const ms = Date.parse(iso ?? '');
  return Number.isNaN(ms) ? null : ms;
}

function believe(ms: number | null, sessionMs: number | null): number | null {
  if (ms === null || sessionMs === null) return ms;
  return Math.abs(ms - sessionMs) <= maxDistanceMs ? ms : null;
}

function findEarliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((ms) => ms !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Null where start or end are missing, do not follow one another, or lie unbelievably far apart. */
function toLength(file: RecordingFile, startMs: number): number | null {
  const endMs = parseTime(file.endTime);
  const isTold = parseTime(file.startTime) === startMs && endMs !== null;
  if (!isTold || endMs <= startMs || endMs - startMs > maxDistanceMs) return null;
  return (endMs - startMs) / 1000;
}
