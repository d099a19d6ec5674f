/** A promise that somebody else fulfils, with a value. */
export interface Outcome<Value> {
  promise: Promise<Value>;
  resolve: (value: Value) => void;
}

export function createOutcome<Value>(): Outcome<Value> {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

/** A promise that somebody else fulfils. */
export interface Signal {
  promise: Promise<void>;
  resolve: () => void;
}

export function createSignal(): Signal {
  return createOutcome<void>();
}

/** Resolves when the promise does, at the latest after that time; a failure of it is the caller's own affair. */
export async function waitAtMost(promise: Promise<unknown>, limitMs: number): Promise<void> {
  const limit = createSignal();
  const timer = setTimeout(limit.resolve, limitMs);
  try {
    await Promise.race([promise, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Calls through at most once per interval; calls in between are dropped. */
export function createThrottle(intervalMs: number, call: () => void): () => void {
  let lastMs = Number.NEGATIVE_INFINITY;
  return () => {
    const nowMs = performance.now();
    if (nowMs - lastMs < intervalMs) return;
    lastMs = nowMs;
    call();
  };
}

/** Clocks are looked at so often while waiting: a machine may have slept, or its clock been set. */
const LOOK_AT_CLOCK_MS = 60_000;

/** Waiting for a time of the wall clock, or for whoever rings. */
export function createAlarm(now: () => number) {
  let bell = createSignal();
  let isRung = false;
  return {
    /** Resolves at that time (epoch milliseconds), some time before it, or when somebody rings; null waits for that alone. */
    async wait(untilMs: number | null): Promise<void> {
      const { promise } = bell;
      if (untilMs === null) await promise;
      else await waitAtMost(promise, Math.min(Math.max(untilMs - now(), 0), LOOK_AT_CLOCK_MS));
      if (!isRung) return;
      isRung = false;
      bell = createSignal();
    },
    /** Ends every waiting, and the next one too when nobody waits just now. */
    ring(): void {
      isRung = true;
      bell.resolve();
    },
  };
}
