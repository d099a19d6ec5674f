import { errorAnswer } from './answers.ts';
import type { Answer } from './exchange.ts';

/** Zoom's labels (zoom-api.md 1.6). */
export type RateLabel = 'light' | 'medium' | 'heavy';

/** Calls a second by label, and calls a day over all labels. */
export interface Rates {
  light: number;
  medium: number;
  heavy: number;
  daily: number;
}

/** The limits of Zoom's Pro plan, the smallest that a paying Video SDK account has. */
export const PRO_RATES: Rates = { light: 30, medium: 20, heavy: 10, daily: 30_000 };

export interface RateLimiter {
  /** Takes one call from the budget of a label; the refusal when there is none left. */
  take(label: RateLabel): Answer | null;
  /** The refusal of that kind, whatever the budget says. */
  refusal(label: RateLabel, per: 'second' | 'day' | 'concurrency'): Answer;
}

/** Token buckets on the simulator's clock (ms): each label holds one second's worth, the day ends at 00:00 UTC. */
export function createRateLimiter(rates: Rates | 'unlimited', now: () => number): RateLimiter {
  const buckets = new Map<RateLabel, { left: number; at: number }>();
  let day = { index: -1, calls: 0 };
  const limits = rates === 'unlimited' ? PRO_RATES : rates;
  const refusal: RateLimiter['refusal'] = (label, per) =>
    describeRefusal({ label, per, limit: per === 'day' ? limits.daily : limits[label], nowMs: now() });
  return {
    refusal,
    take: (label) => {
      if (rates === 'unlimited') return null;
      const index = Math.floor(now() / DAY_MS);
      day = { index, calls: day.index === index ? day.calls + 1 : 1 };
      if (day.calls > limits.daily) return refusal(label, 'day');
      const bucket = buckets.get(label) ?? { left: limits[label], at: now() };
      const refilled = Math.min(
        limits[label],
        bucket.left + (Math.max(0, now() - bucket.at) / 1000) * limits[label],
      );
      buckets.set(label, { left: refilled < 1 ? refilled : refilled - 1, at: now() });
      return refilled < 1 ? refusal(label, 'second') : null;
    },
  };
}

const DAY_MS = 86_400_000;

const MESSAGES = {
  second: 'You have reached the maximum per-second rate limit for this API. Try again later.',
  day: 'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
  concurrency: 'Too many concurrent requests. A request to list recordings has already been made.',
};

function describeRefusal(refused: {
  label: RateLabel;
  per: 'second' | 'day' | 'concurrency';
  limit: number;
  nowMs: number;
}): Answer {
  const { label, per, limit, nowMs } = refused;
  const error = { status: 429, code: 429, message: MESSAGES[per] };
  if (per === 'concurrency') return errorAnswer(error);
  const headers: Record<string, string> = {
    'x-ratelimit-category': toCategory(label),
    'x-ratelimit-type': per === 'day' ? 'Daily-limit' : 'QPS',
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': '0',
  };
  if (per === 'day') {
    const nextDay = new Date((Math.floor(nowMs / DAY_MS) + 1) * DAY_MS).toISOString();
    headers['retry-after'] = nextDay.replace('.000Z', 'Z');
  }
  return errorAnswer(error, headers);
}

/** The label as Zoom's headers write it. */
export function toCategory(label: RateLabel): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
