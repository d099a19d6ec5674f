/** What the session's one clock says. It stands still while nothing plays. */
export interface ClockState {
  /** Seconds on the session's clock: 0 is where its first recording begins (see `toTimeline`). Up to a quarter second old. */
  sessionSeconds: number;
  isPlaying: boolean;
  /** Playback speed, 1 is normal. */
  rate: number;
}

/** The part of a clock that lanes beside the picture need: they follow it, and move it. */
export interface SessionClock {
  /** The same object until something changes, as `useSyncExternalStore` asks. */
  getSnapshot(): ClockState;
  /** Calls `listener` after each change. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** The session's second at this very moment, for those who must keep in step. */
  now(): number;
  /** Goes to that second of the session, playing on if it plays. What no recording holds is jumped over. */
  seek(sessionSeconds: number): void;
}

/** What moves the clock: the player, from when it is there until it is taken away. */
export interface ClockDriver {
  now(): number;
  seek(sessionSeconds: number): void;
}

/** The whole clock, for the one who makes it and the one who drives it. */
export interface DrivenClock extends SessionClock {
  /** Hands the clock to a driver. Returns the way to take it back. */
  drive(driver: ClockDriver): () => void;
  /** The driver's news. */
  tell(change: Partial<ClockState>): void;
}

/** A clock that stands at `startSeconds`. Without a driver, seeking moves the place from which one will begin. */
export function createSessionClock(startSeconds: number): DrivenClock {
  const listeners = new Set<() => void>();
  let state: ClockState = { sessionSeconds: startSeconds, isPlaying: false, rate: 1 };
  let driver: ClockDriver | null = null;
  const tell = (change: Partial<ClockState>) => {
    const next = { ...state, ...change };
    if (isSame(state, next)) return;
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now: () => driver?.now() ?? state.sessionSeconds,
    seek: (sessionSeconds) =>
      driver ? driver.seek(sessionSeconds) : tell({ sessionSeconds: Math.max(0, sessionSeconds) }),
    drive(next) {
      driver = next;
      return () => {
        if (driver === next) driver = null;
      };
    },
    tell,
  };
}

function isSame(a: ClockState, b: ClockState): boolean {
  return a.sessionSeconds === b.sessionSeconds && a.isPlaying === b.isPlaying && a.rate === b.rate;
}
