import { setTimeout as wait } from 'node:timers/promises';

/** What was not used lately may be made up for, in milliseconds; a wait shorter than a timer is none. */
const LATELY_MS = 100;
const SHORTEST_MS = 4;

/** Lets so many works begin in each second, spread evenly; throws the signal's reason. */
export function createPace({ perSecond, signal }: { perSecond: number; signal: AbortSignal }) {
  let nextMs = 0;
  return async function keepPace(): Promise<void> {
    const nowMs = performance.now();
    nextMs = Math.max(nextMs, nowMs - LATELY_MS) + 1000 / perSecond;
    const waitMs = nextMs - nowMs;
    if (waitMs >= SHORTEST_MS) await wait(waitMs, undefined, { signal });
  };
}
