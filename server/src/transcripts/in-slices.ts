import { setImmediate as nextTurn } from 'node:timers/promises';

/** Steps are short: the clock is looked at once in so many. */
const STEPS = 32;
/** Longer than this nothing else on this thread waits for one file, in milliseconds. */
const SLICE_MS = 8;

/** Takes every step of a long work, and lets everything else have its turn in between. Throws the signal's reason. */
export async function inSlices<Step>(
  steps: Iterable<Step>,
  { take, signal }: { take: (step: Step) => void; signal: AbortSignal },
): Promise<void> {
  let endMs = performance.now() + SLICE_MS;
  let count = 0;
  for (const step of steps) {
    take(step);
    count += 1;
    if (count % STEPS !== 0 || performance.now() < endMs) continue;
    await nextTurn();
    signal.throwIfAborted();
    endMs = performance.now() + SLICE_MS;
  }
}
