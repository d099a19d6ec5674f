import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleSessions } from './sample-sessions.ts';
import { busiest, watchSentHeads } from './sent-heads.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';
import { until } from './until.ts';

const users = 50;
const month = '/api/sessions?month=2026-03';
const range = { from: '2026-01-01', to: '2026-06-30' };
let matinee: TestMatinee;

beforeEach(async () => {
  matinee = await startTestMatinee({ sessions: sampleSessions(), simulator: { rates: 'unlimited' } });
});
afterEach(() => matinee.stop());

const calls = () => matinee.simulator.log.filter(({ path }) => path === '/v2/videosdk/recordings');
const everybody = <Result>(act: () => Promise<Result>) => Promise.all(Array.from({ length: users }, act));

async function allSettled(path: string): Promise<void> {
  await until(async () => {
    const { body } = await matinee.get(path);
    return body.windows.every(({ state }: { state: string }) => state === 'complete');
  }, 15_000);
}

test('asks Zoom once for what 50 users refresh together, and never more than ten times a second (V-34, U2)', async () => {
  const sentMs = watchSentHeads(matinee.simulator.downloadHost);
  const begun = performance.now();
  const answers = await everybody(() => matinee.post('/api/refresh', range));
  // On a machine so busy that fifty requests take seconds, the last of them are no longer together with the first.
  const together = 1 + Math.floor((performance.now() - begun) / 2000);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  await allSettled('/api/sessions?from=2026-01-01&to=2026-06-30');
  for (const number of ['01', '02', '03', '04', '05', '06']) {
    const readings = calls().filter(({ query }) => query.from === `2026-${number}-01`);
    expect([number, readings.length <= together]).toEqual([number, true]);
  }
  const days = Array.from({ length: 28 }, (_, index) => `2025-02-${String(index + 1).padStart(2, '0')}`);
  const asked = await Promise.all(days.map((day) => matinee.get(`/api/recordings?from=${day}&to=${day}`)));
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
  expect(sentMs.length).toBe(calls().length);
  expect(busiest(sentMs, 1000)).toBeLessThanOrEqual(10);
}, 60_000);

test('asks Zoom once while equal questions of 50 users wait for the same answer (V-34, U2)', async () => {
  matinee.simulator.faults.add('api-list', { kind: 'latency', ms: 3000 });
  const answers = await everybody(() => matinee.get('/api/recordings?from=2025-03-01&to=2025-03-02'));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(calls()).toHaveLength(1);
});

test('serves the list it knows, with its age, while Zoom is down and 50 users press refresh (V-34, U4)', async () => {
  await until(async () => (await matinee.get(month)).body.windows[0].state === 'complete');
  const [before] = (await matinee.get(month)).body.windows;
  const known = calls().length;
  const sentMs = watchSentHeads(matinee.simulator.downloadHost);
  const down = matinee.simulator.faults.add('api-list', { kind: 'refuse' });
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await everybody(() => matinee.post('/api/refresh', { from: '2026-03-01', to: '2026-03-31' }));
    const begun = performance.now();
    const { status, body } = await matinee.get(month);
    times.push(performance.now() - begun);
    expect({ status, sessions: body.sessions.length }).toEqual({ status: 200, sessions: 1 });
    expect(body.windows).toMatchObject([{ syncedAt: before.syncedAt, records: before.records }]);
  }
  await until(async () => (await matinee.get('/api/status')).body.zoom.state === 'unreachable', 10_000);
  // Three refreshes by people, the library's own next tries, and the few repeats that a lasting failure is granted.
  expect(calls().length - known).toBeLessThanOrEqual(9);
  expect(busiest(sentMs, 1000)).toBeLessThanOrEqual(10);
  expect(times.sort((one, other) => one - other)[1]).toBeLessThan(500);
  down.remove();
  await matinee.post('/api/refresh', { from: '2026-03-02', to: '2026-03-02' });
  await until(async () => (await matinee.get(month)).body.windows[0].state === 'complete', 30_000);
  expect((await matinee.get(month)).body.windows[0].syncedAt).not.toBe(before.syncedAt);
}, 60_000);
