import { expect, test } from 'vitest';
import {
  type Operation,
  ZoomError,
  ZoomHttpError,
  ZoomNetworkError,
  ZoomPausedError,
  ZoomShapeError,
  ZoomTimeoutError,
} from './errors.ts';
import { createHealth } from './health.ts';

const operation: Operation = 'listRecordings';

function refusal(status: number, code: number | null = null) {
  return new ZoomHttpError(operation, {
    status,
    code,
    zoomMessage: '',
    retryAfterSeconds: null,
    trackingId: null,
  });
}

/** A health whose surroundings a test sets. */
function createWorld() {
  const world = { nowMs: 1_000, offsetMs: 0, pausedUntilMs: null as number | null };
  const health = createHealth({
    now: () => world.nowMs,
    clockOffsetMs: () => world.offsetMs,
    pausedUntilMs: () => world.pausedUntilMs,
  });
  return { world, health };
}

test('nothing is known before the first call', () => {
  expect(createWorld().health.current()).toEqual({ state: 'unknown', since: 1_000, detail: null });
});

test.each([
  [null, 'ok'],
  [refusal(404, 3301), 'ok'],
  [refusal(400, 300), 'ok'],
  [refusal(401, 124), 'credentials-refused'],
  [refusal(403), 'credentials-refused'],
  [refusal(400, 4711), 'credentials-refused'],
  [refusal(429), 'rate-limited'],
  [new ZoomPausedError(operation, 0), 'rate-limited'],
  [refusal(500), 'unreachable'],
  [refusal(503), 'unreachable'],
  [new ZoomNetworkError(operation, 'ECONNRESET'), 'unreachable'],
  [new ZoomTimeoutError(operation, ''), 'unreachable'],
  [new ZoomShapeError(operation, 'body', ''), 'unreachable'],
  [new ZoomError(operation, ''), 'ok'],
])('after %s the state is %s', (failure, state) => {
  const { health } = createWorld();
  health.report(failure);
  expect(health.current().state).toBe(state);
  expect(health.current().detail === null).toBe(state === 'ok');
});

test('since is when the state began, not when its sentence last changed', () => {
  const { world, health } = createWorld();
  health.report(refusal(500));
  world.nowMs = 2_000;
  health.report(refusal(503));
  expect(health.current()).toMatchObject({
    state: 'unreachable',
    since: 1_000,
    detail: expect.stringContaining('503'),
  });
  world.nowMs = 3_000;
  health.report(null);
  expect(health.current()).toEqual({ state: 'ok', since: 3_000, detail: null });
});

test('a pause is shown as long as it lasts, whatever other labels answer, and leaves nothing behind', () => {
  const { world, health } = createWorld();
  world.pausedUntilMs = Date.UTC(2026, 2, 5);
  health.report(new ZoomPausedError(operation, world.pausedUntilMs));
  health.report(null);
  expect(health.current()).toMatchObject({
    state: 'rate-limited',
    detail: expect.stringContaining('2026-03-05 00:00 UTC'),
  });
  world.pausedUntilMs = null;
  expect(health.current()).toMatchObject({ state: 'ok', detail: null });
});

test.each([
  [59_000, null],
  [60_000, 'This computer’s clock is 1 minute behind Zoom’s; please set it right.'],
  [7 * 60_000 + 400, 'This computer’s clock is 7 minutes behind Zoom’s; please set it right.'],
  [-600_000, 'This computer’s clock is 10 minutes ahead of Zoom’s; please set it right.'],
])('an offset of %i ms is told as %j', (offsetMs, detail) => {
  const { world, health } = createWorld();
  world.offsetMs = offsetMs;
  health.report(null);
  expect(health.current()).toMatchObject({ state: 'ok', detail });
});

test('refused credentials and a wrong clock are told together', () => {
  const { world, health } = createWorld();
  world.offsetMs = 600_000;
  health.report(refusal(401));
  expect(health.current().detail).toMatch(/ZOOM_API_SECRET.*not its SDK key pair\. This computer’s clock/);
});
