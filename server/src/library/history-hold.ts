import type { WindowProblem } from '../contract/index.ts';
import { isWithoutRight, ZoomHttpError, ZoomPausedError } from '../zoom/errors.ts';
import { toWindowProblem } from './window-problem.ts';

/** A key that was refused is tried again so often: the owner may be mending it. */
const REFUSED_KEY_MS = 60_000;

/** Why nothing can be read for now, whichever window: until when (epoch milliseconds), and in words. */
export interface Hold {
  untilMs: number;
  problem: WindowProblem;
  /** Zoom itself has set the time, so no wish of a person shortens it. */
  isSetByZoom: boolean;
}

/** What holds Zoom as a whole: a used-up quota, or a key that it does not accept. Null for all that may be one window's own. */
export function holdOf(error: unknown, nowMs: number): Hold | null {
  const problem = toWindowProblem(error, nowMs);
  if (error instanceof ZoomPausedError) return { untilMs: error.untilMs, problem, isSetByZoom: true };
  const isRefused = error instanceof ZoomHttpError && (error.status === 401 || isWithoutRight(error));
  return isRefused ? { untilMs: nowMs + REFUSED_KEY_MS, problem, isSetByZoom: false } : null;
}
