import type { Log } from '../log.ts';
import { backoffMs } from './backoff.ts';
import { type Operation, ZoomHttpError } from './errors.ts';
import type { Call } from './flight.ts';
import type { RetryBudget } from './retry-budget.ts';
import { sleep } from './time-limit.ts';

const MOST_ATTEMPTS = 3;

/** What a row of attempts needs. Only for reads: nothing here asks whether an attempt may have had an effect. */
export interface RetryOptions<T> {
  operation: Operation;
  call: Call;
  budget: RetryBudget;
  log: Log;
  random: () => number;
  attempt: () => Promise<T>;
}

/**
 * Tries up to three times, as long as the budget lets it and somebody waits.
 *
 * @throws the last attempt's error, or the call's signal's reason
 */
export async function withRetries<T>(options: RetryOptions<T>): Promise<T> {
  const { call, budget, random } = options;
  budget.called();
  for (let failed = 0; ; ) {
    try {
      const answer = await options.attempt();
      budget.succeeded();
      return answer;
    } catch (error) {
      if (call.signal.aborted || !(error instanceof Error)) throw error;
      failed += 1;
      const waitMs = failed < MOST_ATTEMPTS ? backoffMs(failed, error, random) : null;
      if (waitMs === null || !budget.spend()) throw error;
      noteRetry(options, { error, failed, waitMs });
      call.failedFor(error, waitMs);
      await sleep(waitMs, call.signal);
    }
  }
}

function noteRetry<T>(
  { log, operation }: RetryOptions<T>,
  about: { error: Error; failed: number; waitMs: number },
): void {
  const { error, failed, waitMs } = about;
  const trackingId = error instanceof ZoomHttpError ? error.trackingId : null;
  const waits = Math.round(waitMs);
  log.warn({ operation, failed, waitMs: waits, trackingId, error: error.message }, 'asking Zoom again');
}
