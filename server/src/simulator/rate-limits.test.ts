import { afterEach, expect, test } from 'vitest';
import { createAccount } from './account.ts';
import { createRateLimiter, PRO_RATES } from './rate-limits.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { ask, list } from './test-caller.ts';

let simulator: Simulator;
const now = () => Date.parse('2026-03-04T12:00:00Z');
afterEach(() => simulator?.stop());

test('the second list call over one a second is 429 with the headers of a per-second limit', async () => {
  simulator = await startSimulator({ data: createAccount(), now, rates: { medium: 1 } });
  const first = await list(simulator);
  expect([first.status, first.headers.get('x-ratelimit-category')]).toEqual([200, 'Medium']);
  const second = await list(simulator);
  expect(second).toMatchObject({ status: 429, body: { code: 429 } });
  expect(second.body.message).toMatch(/per-second rate limit/);
  expect(Object.fromEntries(second.headers)).toMatchObject({
    'x-ratelimit-category': 'Medium',
    'x-ratelimit-type': 'QPS',
    'x-ratelimit-limit': '1',
    'x-ratelimit-remaining': '0',
  });
  expect(second.headers.has('retry-after')).toBe(false);
  expect((await ask(simulator, '/videosdk/sessions/x/recordings')).status).toBe(404);
  simulator.clock.advance(1000);
  expect((await list(simulator)).status).toBe(200);
});

test('over the day it says with a date when the next day begins', async () => {
  simulator = await startSimulator({ data: createAccount(), now, rates: { daily: 1 } });
  await list(simulator);
  const refused = await list(simulator);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('x-ratelimit-type')).toBe('Daily-limit');
  expect(refused.headers.get('retry-after')).toBe('2026-03-05T00:00:00Z');
  simulator.clock.set(Date.parse('2026-03-05T00:00:00Z'));
  expect((await list(simulator)).status).toBe(200);
});

test('any limit can be tripped at will', async () => {
  simulator = await startSimulator({ data: createAccount(), now, rates: 'unlimited' });
  simulator.faults.add('api-list', { kind: 'rate-limit', per: 'concurrency' }, { times: 1 });
  expect((await list(simulator)).body.message).toMatch(/^Too many concurrent requests/);
  simulator.faults.add('api-session', { kind: 'rate-limit', per: 'second' }, { times: 1 });
  const refused = await ask(simulator, '/videosdk/sessions/x/recordings');
  expect([refused.status, refused.headers.get('x-ratelimit-category')]).toEqual([429, 'Light']);
});

test('a bucket holds a second of calls and fills up evenly', () => {
  let ms = 0;
  const limiter = createRateLimiter(PRO_RATES, () => ms);
  const takeMany = (count: number) => Array.from({ length: count }, () => limiter.take('medium') === null);
  expect(takeMany(21).filter(Boolean)).toHaveLength(20);
  ms += 500;
  expect(takeMany(20).filter(Boolean)).toHaveLength(10);
  ms += 60_000;
  expect(takeMany(100).filter(Boolean)).toHaveLength(20);
});
