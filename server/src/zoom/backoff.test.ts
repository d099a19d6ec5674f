import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';
import {
  ZoomAddressRefusedError,
  ZoomHttpError,
  ZoomNetworkError,
  ZoomPageTokenError,
  ZoomPausedError,
  ZoomShapeError,
  ZoomTimeoutError,
} from './errors.ts';
import { createRetryBudget } from './retry-budget.ts';

function refusal(status: number, retryAfterSeconds: number | null = null) {
  return new ZoomHttpError('getSession', {
    status,
    code: null,
    zoomMessage: '',
    retryAfterSeconds,
    trackingId: null,
  });
}

const least = () => 0;
const most = () => 1 - Number.EPSILON;

test('waits at least 200 ms, then more and more, at random', () => {
  expect(backoffMs(1, refusal(503), least)).toBe(200);
  expect(backoffMs(1, refusal(503), most)).toBeCloseTo(400);
  expect(backoffMs(2, refusal(503), least)).toBe(400);
  expect(backoffMs(2, refusal(503), most)).toBeCloseTo(800);
});

test('waits at least a second after a 429 that names no time', () => {
  expect(backoffMs(1, refusal(429), least)).toBe(1_000);
  expect(backoffMs(2, refusal(429), most)).toBeCloseTo(4_000);
});

test('never waits longer than 20 s of its own accord', () => {
  expect(backoffMs(12, refusal(503), most)).toBe(20_000);
});

test('never asks earlier than Zoom said, nor ever within 200 ms', () => {
  expect(backoffMs(1, refusal(429, 2), least)).toBe(2_000);
  expect(backoffMs(1, refusal(503, 45), least)).toBe(45_000);
  expect(backoffMs(1, refusal(429, 0), least)).toBe(200);
});

test.each([408, 429, 500, 502, 503, 504])('asks again after a %i', (status) => {
  expect(backoffMs(1, refusal(status), least)).not.toBeNull();
});

test.each([200, 302, 400, 401, 403, 404, 501])('does not ask again after a %i', (status) => {
  expect(backoffMs(1, refusal(status), least)).toBeNull();
});

test('asks again after what may pass, not after what lasts', () => {
  expect(backoffMs(1, new ZoomNetworkError('getSession', 'ECONNRESET'), least)).toBe(200);
  expect(backoffMs(1, new ZoomTimeoutError('getSession', ''), least)).toBe(200);
  for (const lasting of [
    new ZoomNetworkError('getSession', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
    new ZoomNetworkError('getSession', 'ERR_TLS_CERT_ALTNAME_INVALID'),
    new ZoomShapeError('getSession', 'body', ''),
    new ZoomPageTokenError('getSession', ''),
    new ZoomPausedError('getSession', 0),
    new ZoomAddressRefusedError('getSession', ''),
    new TypeError('ours'),
  ]) {
    expect(backoffMs(1, lasting, least)).toBeNull();
  }
});

test('with nothing but failures for a minute, retries stay under a fifth of the calls (U3)', () => {
  for (const calls of [20, 30, 60, 100, 600]) {
    const budget = createRetryBudget();
    let retries = 0;
    for (let call = 0; call < calls; call += 1) {
      budget.called();
      while (retries < 3 * calls && budget.spend()) retries += 1;
    }
    expect(retries).toBeGreaterThan(0);
    expect(retries).toBeLessThanOrEqual(0.2 * calls);
  }
});

test('retries that succeed pay for themselves', () => {
  const budget = createRetryBudget();
  for (let call = 0; call < 100; call += 1) {
    budget.called();
    expect(budget.spend()).toBe(true);
    budget.succeeded();
  }
});
