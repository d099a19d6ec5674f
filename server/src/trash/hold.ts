import type { WindowProblem } from '../contract/index.ts';
import {
  ZoomAddressRefusedError,
  ZoomHttpError,
  ZoomNetworkError,
  ZoomPausedError,
  ZoomShapeError,
  ZoomTimeoutError,
} from '../zoom/errors.ts';
import { problem } from './item-problem.ts';

/** Thrown by work that cannot go on now, through no fault of its item. `isLasting`: the item itself may be why. */
export class Held extends Error {
  override readonly name = 'Held';
  readonly isLasting: boolean;
  constructor(cause: unknown, { isLasting }: { isLasting: boolean }) {
    super('Zoom cannot be asked now', { cause });
    this.isLasting = isLasting;
  }
}

/** Why nothing is changed for now, until when (epoch milliseconds), and in words. */
export interface Hold {
  untilMs: number;
  problem: WindowProblem;
}

const LONGEST_MS = 60_000;

/** Whether an error says that Zoom, not the item, is why nothing was changed: the same call may succeed later. */
export function isHolding(error: unknown): boolean {
  if (error instanceof ZoomHttpError) return error.status === 401 || error.status === 429;
  const kinds = [ZoomPausedError, ZoomNetworkError, ZoomTimeoutError, ZoomAddressRefusedError];
  return kinds.some((kind) => error instanceof kind);
}

/** Whether a question to Zoom may be answered later, though not now: like isHolding, and Zoom's own failures. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ZoomHttpError && (error.status >= 500 || error.status === 408)) return true;
  return isHolding(error) || error instanceof ZoomShapeError;
}

/** How long to wait after so many troubles in a row: as long as Zoom says, else 1 s, doubled each time up to a minute. */
export function toHold(cause: unknown, { troubles, nowMs }: { troubles: number; nowMs: number }): Hold {
  if (cause instanceof ZoomPausedError) return { untilMs: cause.untilMs, problem: describe(cause) };
  const waitMs = Math.min(1000 * 2 ** Math.max(0, troubles - 1), LONGEST_MS);
  return { untilMs: nowMs + waitMs, problem: describe(cause) };
}

function describe(cause: unknown): WindowProblem {
  const goesOn = 'The change goes on by itself.';
  const isRefused = cause instanceof ZoomHttpError && cause.status === 401;
  if (isRefused) {
    return problem(
      'zoom-credentials-refused',
      'Zoom did not accept our key',
      `Check the API key pair. ${goesOn}`,
    );
  }
  if (cause instanceof ZoomPausedError || (cause instanceof ZoomHttpError && cause.status === 429)) {
    return problem(
      'zoom-rate-limited',
      'Zoom asked us to wait',
      `The account’s share of requests is used up. ${goesOn}`,
    );
  }
  return problem('zoom-unavailable', 'Zoom cannot be reached', `Nothing is changed meanwhile. ${goesOn}`);
}
