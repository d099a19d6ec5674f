/** A promise that somebody else fulfils. */
export interface Signal {
  promise: Promise<void>;
  resolve: () => void;
}

export function createSignal(): Signal {
  let resolve = () => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
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
