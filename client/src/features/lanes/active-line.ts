/** Playback that was sent to a line's beginning may stand a hair before it. */
const toleranceSeconds = 0.05;

/**
 * Index of the last line that has begun at `now`, -1 before the first. `starts` are the lines' seconds in order; a line that tells no
 * time is never the one. Every line is looked at: ten thousand cost less than drawing one.
 */
export function findActiveLine(starts: readonly (number | null)[], now: number): number {
  return starts.findLastIndex((seconds) => seconds !== null && seconds <= now + toleranceSeconds);
}
