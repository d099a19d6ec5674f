import { ZoomHttpError, ZoomNetworkError, ZoomTimeoutError } from './errors.ts';

const LEAST_MS = 200;
const BASE_MS = 200;
/** A per-second 429 says nothing of when to come back; the second it speaks of is then over (zoom-api.md 1.7). */
const TOO_MANY_BASE_MS = 1_000;
const CAP_MS = 20_000;
const JITTER_AFTER_HEADER_MS = 200;
const TOO_MANY_REQUESTS = 429;
const RETRYABLE = new Set([408, TOO_MANY_REQUESTS, 500, 502, 503, 504]);
/** Failures that the next attempt meets again: what is wrong is a certificate, or the name itself. */
const LASTING = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * Milliseconds to wait before the attempt after `failed` ones, or `null` when another would be of no use.
 *
 * Never earlier than the answer asked, never under 200 ms. Without word from Zoom: a step that doubles each time (200 ms,
 * or 1 s after a 429) with as much again in full jitter, so that gaps always grow and no two clients keep step.
 *
 * @param random as Math.random
 */
export function backoffMs(failed: number, error: unknown, random: () => number): number | null {
  if (!isRetryable(error)) return null;
  const isHttp = error instanceof ZoomHttpError;
  if (isHttp && error.retryAfterSeconds !== null) {
    return Math.max(LEAST_MS, error.retryAfterSeconds * 1000) + random() * JITTER_AFTER_HEADER_MS;
  }
  const base = isHttp && error.status === TOO_MANY_REQUESTS ? TOO_MANY_BASE_MS : BASE_MS;
  const step = base * 2 ** (failed - 1);
  return Math.min(CAP_MS, step + random() * step);
}

function isRetryable(error: unknown): boolean {
  if (error instanceof ZoomHttpError) return RETRYABLE.has(error.status);
  if (error instanceof ZoomNetworkError) return !LASTING.test(error.reason);
  return error instanceof ZoomTimeoutError;
}
