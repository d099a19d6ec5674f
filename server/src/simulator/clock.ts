/** The simulator's own time, in milliseconds since 1970. It runs with the clock it was made from, shifted. */
export interface SimulatedClock {
  now(): number;
  /** Moves time on by so many milliseconds. */
  advance(ms: number): void;
  /** Makes it that moment now; time goes on running from there. */
  set(ms: number): void;
}

/** Makes a {@link SimulatedClock} over `now` (milliseconds since 1970). */
export function createSimulatedClock(now: () => number): SimulatedClock {
  let shiftMs = 0;
  return {
    now: () => now() + shiftMs,
    advance: (ms) => {
      shiftMs += ms;
    },
    set: (ms) => {
      shiftMs = ms - now();
    },
  };
}
