import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount, simulatedSession } from './account.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { ask, list, signToken } from './test-caller.ts';

let simulator: Simulator;

beforeEach(async () => {
  const session = simulatedSession({ session_id: 'one', start_time: '2026-03-15T11:00:00Z' });
  const now = () => Date.parse('2026-03-15T12:00:00Z');
  simulator = await startSimulator({ data: createAccount([session]), now, rates: 'unlimited' });
});
afterEach(() => simulator.stop());

function fetchList(): Promise<Response> {
  const headers = { authorization: `Bearer ${signToken(simulator)}` };
  return fetch(`${simulator.baseUrl}/videosdk/recordings`, { headers });
}

test('a fault hits as often as it was told to, and only its own route', async () => {
  const fault = simulator.faults.add('api-list', { kind: 'status', status: 503 }, { times: 2 });
  const statuses: number[] = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await list(simulator)).status);
  expect(statuses).toEqual([503, 503, 200]);
  expect(fault.hits()).toBe(2);
  simulator.faults.add('api-list', { kind: 'status', status: 500 });
  expect((await ask(simulator, '/videosdk/sessions/one/recordings')).status).toBe(200);
});

test('a fault can wait, skip every other request, and look at the request', async () => {
  const status = { kind: 'status', status: 500 } as const;
  simulator.faults.add('api-list', status, {
    after: 1,
    every: 2,
    when: ({ query }) => query.page_size === '7',
  });
  const statuses: number[] = [];
  for (let count = 0; count < 5; count += 1) {
    await list(simulator);
    statuses.push((await list(simulator, { page_size: '7' })).status);
  }
  expect(statuses).toEqual([200, 200, 500, 200, 500]);
});

test('a fault that was removed, or cleared with its switches, is gone', async () => {
  simulator.faults.add('api-list', { kind: 'status', status: 500 }).remove();
  expect((await list(simulator)).status).toBe(200);
  simulator.faults.add('api-list', { kind: 'status', status: 500 });
  simulator.faults.switches.totalRecords = 5;
  simulator.faults.clear();
  expect((await list(simulator)).body.total_records).toBe(1);
});

test('a status comes with the body and headers it was given', async () => {
  const headers = { 'retry-after': '2' };
  simulator.faults.add('api-list', { kind: 'status', status: 429, body: { code: 429 }, headers });
  const { status, headers: got, body } = await list(simulator);
  expect([status, got.get('retry-after'), body]).toEqual([429, '2', { code: 429 }]);
});

test('a good token can be refused, and a missing permission said with 200', async () => {
  simulator.faults.add('api-list', { kind: 'unauthorized' }, { times: 1 });
  expect(await list(simulator)).toMatchObject({ status: 401, body: { code: 124 } });
  simulator.faults.add('api-list', { kind: 'permission-denied' }, { times: 1 });
  expect(await list(simulator)).toMatchObject({ status: 200, body: { code: 200 } });
});

test('JSON can be HTML, broken, of another shape, or nothing', async () => {
  for (const kind of ['html', 'malformed-json', 'empty-body'] as const) {
    simulator.faults.add('api-list', { kind }, { times: 1 });
    const answer = await fetchList();
    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow();
  }
  simulator.faults.add('api-list', { kind: 'wrong-shape' }, { times: 1 });
  expect((await list(simulator)).body).toEqual({ sessions: 'none' });
});

test('JSON can be larger than 16 MiB, or deeper than a parser likes', async () => {
  simulator.faults.add('api-list', { kind: 'oversized-json' }, { times: 1 });
  expect((await (await fetchList()).arrayBuffer()).byteLength).toBeGreaterThan(16 * 2 ** 20);
  simulator.faults.add('api-list', { kind: 'deep-json', depth: 2000 }, { times: 1 });
  expect(await (await fetchList()).text()).toContain('['.repeat(2000));
});

test('a small gzip body can grow a thousandfold', async () => {
  simulator.faults.add('api-list', { kind: 'gzip-bomb', sizeBytes: 32 * 2 ** 20 }, { times: 1 });
  const answer = await fetchList();
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(40_000);
  expect((await answer.arrayBuffer()).byteLength).toBe(32 * 2 ** 20);
});
