import type { IncomingHttpHeaders } from 'node:http';
import { oneHeader } from './response-headers.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Smaller numbers in `X-RateLimit-Reset` are seconds to wait, larger ones Unix seconds, yet larger ones milliseconds. */
const EARLIEST_UNIX_SECONDS = 1_000_000_000;
const EARLIEST_UNIX_MS = 1_000_000_000_000;

/**
 * How long an answer asks us to wait, in milliseconds: the later of `Retry-After` (seconds, HTTP date, or the ISO
 * date-time of Zoom's daily limit, zoom-api.md 1.7) and `X-RateLimit-Reset`. `null` when neither says anything.
 *
 * Dates are read against the answer's own `Date`, so that a wrong clock here changes nothing. What lies in the past is 0,
 * what lies more than a day ahead is a day.
 *
 * @param nowMs wall clock, used when the answer has no `Date`
 */
export function parseRetryAfter(headers: IncomingHttpHeaders, nowMs: number): number | null {
  const zoomNowMs = zoomTime(headers, nowMs);
  const waits = [
    parseWait(oneHeader(headers, 'retry-after'), zoomNowMs),
    parseReset(oneHeader(headers, 'x-ratelimit-reset'), zoomNowMs),
  ].filter((wait) => wait !== null);
  return waits.length === 0 ? null : Math.min(DAY_MS, Math.max(0, ...waits));
}

/** Milliseconds until the next 00:00 UTC by Zoom's clock: when a daily limit ends that does not say so itself. */
export function untilNextUtcDay(headers: IncomingHttpHeaders, nowMs: number): number {
  return DAY_MS - (zoomTime(headers, nowMs) % DAY_MS);
}

function zoomTime(headers: IncomingHttpHeaders, nowMs: number): number {
  const saidMs = Date.parse(oneHeader(headers, 'date') ?? '');
  return Number.isNaN(saidMs) ? nowMs : saidMs;
}

function parseWait(value: string | null, zoomNowMs: number): number | null {
  const spelled = value?.trim() ?? '';
  if (/^[+-]?\d+(\.\d+)?$/.test(spelled)) return Number(spelled) * 1000;
  // Date.parse reads lone words and numbers as years; a date-time always has a colon.
  if (!spelled.includes(':')) return null;
  const untilMs = Date.parse(spelled);
  return Number.isNaN(untilMs) ? null : untilMs - zoomNowMs;
}

function parseReset(value: string | null, zoomNowMs: number): number | null {
  const spelled = value?.trim() ?? '';
  if (!/^\d+(\.\d+)?$/.test(spelled)) return parseWait(value, zoomNowMs);
  const reset = Number(spelled);
  if (reset < EARLIEST_UNIX_SECONDS) return reset * 1000;
  return (reset < EARLIEST_UNIX_MS ? reset * 1000 : reset) - zoomNowMs;
}
