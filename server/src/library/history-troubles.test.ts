import { beforeEach, expect, test } from 'vitest';
import { ZoomHttpError, ZoomPausedError, ZoomTimeoutError } from '../zoom/errors.ts';
import { createHistoryTroubles } from './history-troubles.ts';

let nowMs = 0;
let troubles: ReturnType<typeof createHistoryTroubles>;

beforeEach(() => {
  nowMs = 1_000_000;
  troubles = createHistoryTroubles(() => nowMs);
});

const timeout = new ZoomTimeoutError('listRecordings', 'no answer in time');

test('leaves what fails again and again alone for longer and longer, up to a quarter of an hour', () => {
  const waits = Array.from({ length: 10 }, () => {
    troubles.note('2026-10', timeout);
    return ((troubles.retries().get('2026-10') ?? 0) - nowMs) / 1000;
  });
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
});

test('holds everything once three windows have failed one after the other, until one is read', () => {
  troubles.note('2026-11', timeout);
  troubles.note('2026-10', timeout);
  expect(troubles.hold()).toBeNull();
  troubles.note('2026-09', timeout);
  expect(troubles.hold()).toMatchObject({
    untilMs: nowMs + 5000,
    problem: { type: '/problems/zoom-timeout' },
  });
  nowMs += 5000;
  expect(troubles.hold()).toBeNull();
  troubles.note('2026-08', timeout);
  expect(troubles.hold()?.untilMs).toBe(nowMs + 10_000);
  nowMs += 10_000;
  troubles.succeed('2026-08');
  troubles.note('2026-07', timeout);
  expect(troubles.hold()).toBeNull();
});

test('lets a person try at once what failed, but not what Zoom itself has put off', () => {
  for (const month of ['2026-11', '2026-10', '2026-09']) troubles.note(month, timeout);
  troubles.forgive();
  expect({ hold: troubles.hold(), retries: [...troubles.retries()] }).toEqual({ hold: null, retries: [] });
  troubles.note('2026-11', new ZoomPausedError('listRecordings', nowMs + 60_000));
  troubles.forgive();
  expect(troubles.hold()?.untilMs).toBe(nowMs + 60_000);
});

test('waits a minute for a key that is refused, and holds no window for it', () => {
  const refusal = { status: 401, code: 124, zoomMessage: '', retryAfterSeconds: null, trackingId: null };
  troubles.note('2026-11', new ZoomHttpError('listRecordings', refusal));
  expect(troubles.hold()?.untilMs).toBe(nowMs + 60_000);
  expect([...troubles.retries()]).toEqual([]);
});
