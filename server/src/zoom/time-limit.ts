import { setTimeout as setTimeoutPromise } from 'node:timers/promises';

/** A signal that aborts with the caller's, or when time is up. */
export interface TimeLimit {
  signal: AbortSignal;
  /** Aborts now, with this reason. */
  end(reason: Error): void;
  /** From now on only the caller's signal counts. */
  lift(): void;
  /** Lets go of the caller's signal too. */
  release(): void;
}

/**
 * Starts a time limit.
 *
 * @param options.ms how long from now; `null`: as long as the caller likes
 * @param options.late makes the reason the signal aborts with when time is up
 */
export function startTimeLimit(options: {
  signal: AbortSignal | undefined;
  ms: number | null;
  late: () => Error;
}): TimeLimit {
  const { signal: outer, ms, late } = options;
  const controller = new AbortController();
  const timer = ms === null ? undefined : setTimeout(() => controller.abort(late()), ms);
  const follow = () => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  else outer?.addEventListener('abort', follow, { once: true });
  const lift = () => clearTimeout(timer);
  return {
    signal: controller.signal,
    end: (reason) => controller.abort(reason),
    lift,
    release() {
      lift();
      outer?.removeEventListener('abort', follow);
    },
  };
}

/**
 * Waits for a promise, but no longer than the signal allows.
 *
 * @throws the signal's reason as soon as it aborts; what the promise does after that is ignored.
 */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = rejection();
  const abort = () => reject(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function rejection() {
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}

/**
 * Waits.
 *
 * @throws the signal's reason as soon as it aborts
 */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeoutPromise(ms, undefined, { signal });
  } catch {
    throw signal.reason;
  }
}
