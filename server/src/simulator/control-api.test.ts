import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerControl } from './control-api.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { list } from './test-caller.ts';

let simulator: Simulator;

beforeEach(async () => {
  const started = await startSimulator({
    now: () => Date.parse('2026-03-15T12:00:00Z'),
    rates: 'unlimited',
    control: (exchange) => answerControl(exchange, started),
  });
  simulator = started;
});
afterEach(() => simulator.stop());

async function control(method: string, path: string, body?: object) {
  const url = `http://${simulator.downloadHost}/_control/${path}`;
  const answer = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: answer.status, body: await answer.json() };
}

test('lays faults by JSON, and takes them away', async () => {
  const fault = { kind: 'status', status: 503 };
  await control('POST', 'faults', { on: 'api-list', fault, pathIncludes: '/recordings' });
  expect((await list(simulator)).status).toBe(503);
  await control('DELETE', 'faults');
  expect((await list(simulator)).status).toBe(200);
});

test('refuses a fault or a switch there is not', async () => {
  expect((await control('POST', 'faults', { on: 'api-list', fault: { kind: 'nonsense' } })).status).toBe(400);
  expect((await control('POST', 'switches', { nonsense: 1 })).status).toBe(400);
  expect((await control('GET', 'nonsense')).status).toBe(404);
});

test('swaps the account, moves the clock and sets switches', async () => {
  expect(
    (await control('POST', 'account', { name: 'volume', sessions: 100, month: '2026-03' })).body,
  ).toEqual({ sessions: 100 });
  await control('POST', 'clock', { setMs: Date.parse('2026-03-20T00:00:00Z') });
  await control('POST', 'switches', { defaultPageSize: 7 });
  const { body } = await list(simulator, { from: '2026-03-01' });
  expect(body).toMatchObject({ to: '2026-03-21', page_size: 7 });
  expect(body.total_records).toBeGreaterThan(60);
  expect((await control('GET', 'account')).body).toHaveLength(100);
});

test('tells the log, in which it does not appear itself', async () => {
  await list(simulator);
  const { body } = await control('GET', 'log?host=api');
  expect(body).toMatchObject([{ path: '/v2/videosdk/recordings', authorization: 'bearer', status: 200 }]);
  await control('DELETE', 'log');
  expect((await control('GET', 'log')).body).toEqual([]);
});
