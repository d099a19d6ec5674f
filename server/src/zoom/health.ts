import { describeFailure } from './describe-failure.ts';
import { ZoomPausedError } from './errors.ts';
import type { ZoomState } from './zoom-state.ts';

/** `since` in milliseconds; `detail` is a sentence for a person. */
export interface ZoomHealth {
  state: ZoomState;
  since: number;
  detail: string | null;
}

/** What health is made of besides the outcome of calls. */
export interface HealthDeps {
  now: () => number;
  /** Zoom's clock less ours, in milliseconds. */
  clockOffsetMs: () => number;
  /** When the longest pause ends, or `null`. */
  pausedUntilMs: () => number | null;
}

const CLOCK_WORTH_TELLING_MS = 60_000;

/** Keeps how Zoom last treated us, from the outcome of every call, and tells those who listen when that changes. */
export function createHealth(deps: HealthDeps) {
  const listeners = new Set<(health: ZoomHealth) => void>();
  let last: { state: ZoomState; detail: string | null } = { state: 'unknown', detail: null };
  let told: ZoomHealth = { ...last, since: deps.now() };

  function now(): { state: ZoomState; detail: string | null } {
    const untilMs = deps.pausedUntilMs();
    const paused = untilMs === null ? null : describePause(untilMs);
    // A pause outlasts what other labels answer meanwhile, and a refused key is worse than a pause.
    const { state, detail } = paused && last.state !== 'credentials-refused' ? paused : last;
    return { state, detail: joinSentences(detail, describeClock(deps.clockOffsetMs())) };
  }

  function look(): ZoomHealth {
    const { state, detail } = now();
    if (state === told.state && detail === told.detail) return told;
    told = { state, detail, since: state === told.state ? told.since : deps.now() };
    for (const listener of listeners) listener(told);
    return told;
  }

  return {
    current: look,
    /** Notes how a call ended; `null` is well. */
    report(failure: unknown): void {
      // While a pause lasts it speaks for itself, and when it ends nothing of it should stay.
      const isPause = failure instanceof ZoomPausedError && deps.pausedUntilMs() !== null;
      if (!isPause) last = failure === null ? { state: 'ok', detail: null } : describeFailure(failure);
      look();
    },
    /** @returns ends the listening */
    listen(listener: (health: ZoomHealth) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function describePause(untilMs: number): { state: ZoomState; detail: string } {
  const time = new Date(untilMs).toISOString().slice(0, 16).replace('T', ' ');
  return {
    state: 'rate-limited',
    detail: `Zoom’s limit of calls is used up. Matinee asks again after ${time} UTC.`,
  };
}

/** “This computer's clock is 7 minutes behind…”, or `null` when it is near enough. */
function describeClock(offsetMs: number): string | null {
  if (Math.abs(offsetMs) < CLOCK_WORTH_TELLING_MS) return null;
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const side = offsetMs > 0 ? 'behind' : 'ahead of';
  return `This computer’s clock is ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${side} Zoom’s; please set it right.`;
}

function joinSentences(...sentences: (string | null)[]): string | null {
  return sentences.filter((sentence) => sentence !== null).join(' ') || null;
}
