import { expect, test } from 'vitest';
import { busiest, watchSentHeads } from '../../test/sent-heads.ts';
import { createTestClient, EMPTY_PAGE, sendJson, startFaultServer } from '../../test/zoom-fault-server.ts';
import type { Urgency } from './ask.ts';
import { createLimiter } from './limiter.ts';
import { createSlidingWindow } from './sliding-window.ts';

test('a window never gives more than its rate in any second, and at least nine tenths of it', () => {
  for (const rate of [1, 5, 10, 15, 80]) {
    const window = createSlidingWindow(rate);
    const sentMs: number[] = [];
    for (let nowMs = 0; nowMs < 60_000; nowMs += Math.max(1, window.waitMs(nowMs))) {
      while (window.waitMs(nowMs) === 0) {
        window.markSent(window.take(), nowMs);
        sentMs.push(nowMs);
      }
    }
    expect(busiest(sentMs, 1_000)).toBe(rate);
    expect(sentMs.length).toBeGreaterThanOrEqual(0.9 * rate * 60);
  }
});

test('a rate below one a second is one request in a longer window', () => {
  const window = createSlidingWindow(0.5);
  window.markSent(window.take(), 0);
  expect(window.waitMs(1_500)).toBeGreaterThan(0);
  expect(window.waitMs(2_040)).toBe(0);
});

test('a request counts from when it leaves, not from when it was let go', () => {
  const window = createSlidingWindow(1);
  const slot = window.take();
  expect(window.waitMs(5_000)).toBe(Number.POSITIVE_INFINITY);
  window.markSent(slot, 5_000);
  expect(window.waitMs(5_000)).toBe(1_040);
  window.giveBack(slot);
  expect(window.waitMs(5_000)).toBe(0);
});

test('people are let go before background work, each in the order they came', async () => {
  const limiter = createLimiter({ rate: 1_000, clock: () => performance.now() });
  limiter.hold(30);
  const order: string[] = [];
  const { signal } = new AbortController();
  const ask = async (name: string, urgency: Urgency) => {
    const permit = await limiter.acquire({ urgency: () => urgency, signal });
    order.push(name);
    permit.cancel();
  };
  await Promise.all([
    ask('b1', 'background'),
    ask('p1', 'person'),
    ask('b2', 'background'),
    ask('p2', 'person'),
  ]);
  expect(order).toEqual(['p1', 'p2', 'b1', 'b2']);
});

test('a background call that a person joins while it waits goes with the people', async () => {
  const limiter = createLimiter({ rate: 1_000, clock: () => performance.now() });
  limiter.hold(30);
  const order: string[] = [];
  const { signal } = new AbortController();
  let joined: Urgency = 'background';
  const ask = async (name: string, urgency: () => Urgency) => {
    (await limiter.acquire({ urgency, signal })).cancel();
    order.push(name);
  };
  const all = [ask('first', () => 'background'), ask('joined', () => joined)];
  joined = 'person';
  await Promise.all(all);
  expect(order).toEqual(['joined', 'first']);
});

test('whoever leaves the queue leaves no gap in it', async () => {
  const limiter = createLimiter({ rate: 1, clock: () => performance.now() });
  const urgency = () => 'person' as const;
  const held = await limiter.acquire({ urgency, signal: new AbortController().signal });
  const leaver = new AbortController();
  const leaving = limiter.acquire({ urgency, signal: leaver.signal });
  const next = limiter.acquire({ urgency, signal: new AbortController().signal });
  leaver.abort(new Error('left'));
  await expect(leaving).rejects.toThrow('left');
  held.cancel();
  (await next).cancel();
  await expect(limiter.acquire({ urgency, signal: leaver.signal })).rejects.toThrow('left');
});

test('what leaves for Zoom keeps to the rate in every second, also while connections are new (U2)', async () => {
  const rate = 10;
  const api = await startFaultServer((_, response) => sendJson(response, EMPTY_PAGE));
  const sentMs = watchSentHeads(api.host);
  const zoom = createTestClient(api, { rates: { light: rate, medium: rate, heavy: rate } });
  await Promise.all(
    Array.from({ length: 3 * rate + 1 }, (_, day) =>
      zoom.listRecordings({ from: `${day}` }, { urgency: 'person' }),
    ),
  );
  expect(sentMs).toHaveLength(3 * rate + 1);
  expect(api.arrivals).toHaveLength(3 * rate + 1);
  expect(busiest(sentMs, 1_000)).toBeLessThanOrEqual(rate);
});
