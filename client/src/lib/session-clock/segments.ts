/** A stretch of the session that one file holds, in seconds on the session's clock. */
export interface Segment {
  fileId: string;
  startSeconds: number;
  endSeconds: number;
}

/** A stretch whose end nobody may know yet. */
export interface OpenSegment extends Omit<Segment, 'endSeconds'> {
  endSeconds: number | null;
}

/** Where one arrives who asked a lane for a second: in which of its segments, at which second. */
export interface Landing<T extends Segment> {
  segment: T;
  seconds: number;
}

/** Times are told in whole seconds, so files that follow one another may seem to overlap a little. */
const sameMomentSeconds = 2;

/**
 * Lays files of one type on as few lanes as they need: one after another where they were stopped and restarted, side by side
 * where they run at once, so that each can be reached. A small overlap is cut from the earlier one. A file of unknown length
 * lasts until the next of its lane, else until `durationSeconds`, the session's end.
 */
export function arrange(files: readonly OpenSegment[], durationSeconds: number): Segment[][] {
  const lanes: OpenSegment[][] = [];
  for (const file of files.toSorted(compareStarts)) {
    const lane = lanes.find((candidate) => canFollow(candidate.at(-1), file));
    if (lane) lane.push(file);
    else lanes.push([file]);
  }
  return lanes.map((lane) => lane.map((file, index) => close(file, lane[index + 1], durationSeconds)));
}

function compareStarts(a: OpenSegment, b: OpenSegment): number {
  return a.startSeconds - b.startSeconds || a.fileId.localeCompare(b.fileId);
}

function canFollow(last: OpenSegment | undefined, next: OpenSegment): boolean {
  if (last === undefined || last.startSeconds >= next.startSeconds) return false;
  return (last.endSeconds ?? last.startSeconds) <= next.startSeconds + sameMomentSeconds;
}

function close(file: OpenSegment, next: OpenSegment | undefined, durationSeconds: number): Segment {
  const limit = next?.startSeconds ?? Number.POSITIVE_INFINITY;
  const open = next ? limit : Math.max(durationSeconds, file.startSeconds);
  return { ...file, endSeconds: Math.min(file.endSeconds ?? open, limit) };
}

/**
 * Where to go in a lane for a second of the session: to that second where a segment holds it, over a gap to the next
 * segment's start, behind the last one to its end. Null for a lane without segments.
 */
export function locate<T extends Segment>(segments: readonly T[], seconds: number): Landing<T> | null {
  const next = segments.find((segment) => segment.endSeconds > seconds || segment.startSeconds >= seconds);
  if (next) return { segment: next, seconds: Math.max(seconds, next.startSeconds) };
  const last = segments.at(-1);
  return last ? { segment: last, seconds: last.endSeconds } : null;
}

/**
 * The second to ask for who goes `bySeconds` on or back from `fromSeconds`: gaps do not count on the way back, or nobody would get
 * back over one.
 */
export function stepFrom(segments: readonly Segment[], { fromSeconds, bySeconds }: Step): number {
  const target = Math.max(0, fromSeconds + bySeconds);
  const isHeld = segments.some(
    ({ startSeconds, endSeconds }) => startSeconds <= target && target < endSeconds,
  );
  if (bySeconds >= 0 || isHeld) return target;
  const before = segments.findLast(({ endSeconds }) => endSeconds <= target);
  const after = segments.find(({ startSeconds }) => startSeconds > target);
  if (!before) return after?.startSeconds ?? target;
  const leftSeconds = (after?.startSeconds ?? before.endSeconds) - target;
  return Math.max(before.startSeconds, before.endSeconds - Math.max(1, leftSeconds));
}

export interface Step {
  fromSeconds: number;
  /** Negative for back. */
  bySeconds: number;
}

/** The segment that playing goes on with after that of `fileId`. */
export function findNext<T extends Segment>(segments: readonly T[], fileId: string): T | undefined {
  const index = segments.findIndex((segment) => segment.fileId === fileId);
  return index === -1 ? undefined : segments[index + 1];
}

/** A stretch of the session that a lane does not hold. */
export interface Gap {
  startSeconds: number;
  endSeconds: number;
}

/** What is missing between 0 and `durationSeconds`; slivers under a second are nobody's gap. */
export function findGaps(segments: readonly Segment[], durationSeconds: number): Gap[] {
  const starts = [...segments.map((segment) => segment.startSeconds), durationSeconds];
  const ends = [0, ...segments.map((segment) => segment.endSeconds)];
  return starts
    .map((endSeconds, index) => ({ startSeconds: ends[index] ?? 0, endSeconds }))
    .filter((gap) => gap.endSeconds - gap.startSeconds >= 1);
}
