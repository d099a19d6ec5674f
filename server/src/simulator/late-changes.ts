/** Changes that Zoom has answered for but does not show yet. */
export interface LateChanges {
  /** Makes a change true after so many milliseconds of the simulator's clock; without a delay, at once. */
  add(apply: () => void, delayMs: number): void;
  /** Makes true whatever is due by now; before each answer. */
  settle(): void;
}

/** Holds changes back by the simulator's clock (ms), in the order they were made. */
export function createLateChanges(now: () => number): LateChanges {
  let waiting: { apply: () => void; atMs: number }[] = [];
  return {
    add: (apply, delayMs) => {
      if (delayMs > 0) waiting.push({ apply, atMs: now() + delayMs });
      else apply();
    },
    settle: () => {
      const due = waiting.filter(({ atMs }) => atMs <= now());
      waiting = waiting.filter(({ atMs }) => atMs > now());
      for (const { apply } of due) apply();
    },
  };
}
