import { type Operation, ZoomHttpError } from './errors.ts';
import { sleep, unlessAborted } from './time-limit.ts';

/** How long a refusal is believed without asking again: short enough that a mended key shows within half a minute. */
const REFUSAL_LASTS_MS = 25_000;
/** How long calls wait to learn from the first one whether the credentials are any good. */
const PROBE_MS = 2_000;
const UNAUTHORIZED = 401;

/**
 * Keeps a wrong key from being tried by every call at once (Zoom may lock it): until an answer has shown that the
 * credentials are good, one call goes ahead and the others wait for it for a moment; once they are refused, calls fail
 * with that refusal for 25 s without asking.
 *
 * @param clock milliseconds, only ever forward
 */
export function createCredentialsGate(clock: () => number) {
  let isProven = false;
  let refusal: { error: ZoomHttpError; atMs: number } | null = null;
  let probe: Promise<void> | null = null;

  function throwIfRefused(operation: Operation): void {
    if (!refusal || clock() - refusal.atMs >= REFUSAL_LASTS_MS) return;
    throw new ZoomHttpError(operation, refusal.error);
  }

  function learn(error: unknown): void {
    if (error instanceof ZoomHttpError && error.status === UNAUTHORIZED) {
      refusal = { error, atMs: clock() };
      isProven = false;
    } else if (error === null || error instanceof ZoomHttpError) {
      refusal = null;
      isProven = true;
    }
  }

  async function ask<T>(send: () => Promise<T>): Promise<T> {
    try {
      const answer = await send();
      learn(null);
      return answer;
    } catch (error) {
      learn(error);
      throw error;
    }
  }

  return {
    /**
     * Sends, when that makes sense.
     *
     * @param options.send throws ZoomHttpError 401 when Zoom refuses the credentials for good
     * @throws what `send` throws, the last refusal, or the signal's reason
     */
    async pass<T>(options: {
      operation: Operation;
      signal: AbortSignal;
      send: () => Promise<T>;
    }): Promise<T> {
      throwIfRefused(options.operation);
      if (isProven) return ask(options.send);
      if (probe) {
        await unlessAborted(Promise.race([probe, sleep(PROBE_MS, options.signal)]), options.signal);
        throwIfRefused(options.operation);
        return ask(options.send);
      }
      const answer = ask(options.send);
      probe = settled(answer);
      try {
        return await answer;
      } finally {
        probe = null;
      }
    },
  };
}

async function settled(promise: Promise<unknown>): Promise<void> {
  try {
    await promise;
  } catch {
    // Whoever asked hears of it; here it only matters that it is over.
  }
}
