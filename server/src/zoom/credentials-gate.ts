import { type Operation, ZoomHttpError } from './errors.ts';
import { sleep, unlessAborted } from './time-limit.ts';

/** How long a refusal is believed without asking again: short enough that a mended key shows within half a minute. */
const REFUSAL_LASTS_MS = 25_000;
/** How long calls wait to learn from the first one whether the credentials are any good. */
const PROBE_MS = 2_000;
const UNAUTHORIZED = 401;

/** A call on its way to Zoom; `send` throws ZoomHttpError 401 when the credentials are refused for good. */
export interface GatedCall<T> {
  operation: Operation;
  signal: AbortSignal;
  send: () => Promise<T>;
}

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
    if (error !== null && !(error instanceof ZoomHttpError)) return;
    isProven = error?.status !== UNAUTHORIZED;
    refusal = error && !isProven ? { error, atMs: clock() } : null;
  }

  return {
    /**
     * Sends, when that makes sense.
     *
     * @throws what `send` throws, the last refusal, or the signal's reason
     */
    async pass<T>(call: GatedCall<T>): Promise<T> {
      throwIfRefused(call.operation);
      if (isProven) return sendAndLearn(call, learn);
      if (probe) {
        await unlessAborted(Promise.race([probe, sleep(PROBE_MS, call.signal)]), call.signal);
        throwIfRefused(call.operation);
        return sendAndLearn(call, learn);
      }
      const answer = sendAndLearn(call, learn);
      probe = settled(answer);
      try {
        return await answer;
      } finally {
        probe = null;
      }
    },
  };
}

async function sendAndLearn<T>({ send }: GatedCall<T>, learn: (error: unknown) => void): Promise<T> {
  try {
    const answer = await send();
    learn(null);
    return answer;
  } catch (error) {
    learn(error);
    throw error;
  }
}

async function settled(promise: Promise<unknown>): Promise<void> {
  try {
    await promise;
  } catch {
    // Whoever asked hears of it; here it only matters that it is over.
  }
}
