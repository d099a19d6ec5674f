import {
  isWithoutRight,
  ZoomHttpError,
  ZoomNetworkError,
  ZoomPausedError,
  ZoomTimeoutError,
} from '../zoom/errors.ts';

/** A key that was refused is tried again so often: the owner may be mending it. */
const REFUSED_KEY_MS = 60_000;
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** So many sessions in a row that could not be reached are Zoom's trouble and not theirs. */
const MOST_FAILURES = 3;

/**
 * What holds Zoom as a whole, a used-up quota or a key that it does not accept: until when (epoch milliseconds; null: to be tried
 * now and then). Null for all that may be one file's own trouble.
 */
export function holdOf(error: unknown): { untilMs: number | null } | null {
  if (error instanceof ZoomPausedError) return { untilMs: error.untilMs };
  const isAnswer = error instanceof ZoomHttpError && error.operation === 'getSession';
  return isAnswer && (error.status === 401 || isWithoutRight(error)) ? { untilMs: null } : null;
}

/** Remembers, for this run, how Zoom fares: after trouble nothing is asked for a while, longer each time. */
export function createHold(now: () => number) {
  let untilMs = 0;
  let failures = 0;
  let pauses = 0;
  return {
    /** Until when nothing is asked; null when nothing holds. */
    untilMs: (): number | null => (untilMs > now() ? untilMs : null),

    /** Zoom as a whole is held. */
    hold(held: { untilMs: number | null }): void {
      untilMs = held.untilMs ?? now() + REFUSED_KEY_MS;
    },

    /** What became of a session; undefined: all went well. */
    note(failure: unknown): void {
      if (!isUnreachable(failure)) {
        [failures, pauses] = [0, 0];
        return;
      }
      failures += 1;
      if (failures < MOST_FAILURES) return;
      failures = 0;
      untilMs = now() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** pauses);
      pauses += 1;
    },
  };
}

function isUnreachable(failure: unknown): boolean {
  if (failure instanceof ZoomHttpError) return failure.status === 429 || failure.status >= 500;
  return failure instanceof ZoomNetworkError || failure instanceof ZoomTimeoutError;
}
