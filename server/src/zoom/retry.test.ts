import pino from 'pino';
import { expect, test } from 'vitest';
import {
  createTestClient,
  EMPTY_PAGE,
  type FaultServer,
  sendJson,
  startFaultServer,
} from '../../test/zoom-fault-server.ts';
import { ZoomHttpError, ZoomPausedError } from './errors.ts';

const person = { urgency: 'person' } as const;
const background = { urgency: 'background' } as const;
const TOO_MANY = {
  code: 429,
  message: 'You have reached the maximum per-second rate limit for this API. Try again later.',
};
const DAILY = {
  code: 429,
  message:
    'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
};

function gapsMs({ arrivals }: FaultServer): number[] {
  return arrivals.slice(1).map(({ atMs }, index) => atMs - (arrivals[index]?.atMs ?? 0));
}

test('a list call that meets 503 and 502 succeeds at the third attempt, with growing gaps (V-04)', async () => {
  const api = await startFaultServer((_, response, count) =>
    sendJson(response, EMPTY_PAGE, { status: [503, 502, 200][count - 1] ?? 200 }),
  );
  await createTestClient(api).listRecordings({}, person);
  const [first = 0, second = 0] = gapsMs(api);
  expect(api.arrivals).toHaveLength(3);
  expect(first).toBeGreaterThanOrEqual(199);
  expect(second).toBeGreaterThan(first);
});

test('a retry is logged with Zoom’s tracking id and no address', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const api = await startFaultServer((_, response, count) =>
    sendJson(response, EMPTY_PAGE, {
      status: count === 1 ? 503 : 200,
      headers: { 'x-zm-trackingid': 'WEB_7' },
    }),
  );
  await createTestClient(api, { log }).listRecordings({ nextPageToken: 'token-canary' }, person);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 40,
    part: 'zoom',
    operation: 'listRecordings',
    trackingId: 'WEB_7',
  });
  expect(lines[0]).not.toMatch(/canary|http:|Bearer|eyJ/);
});

test('after three attempts the last refusal is the answer', async () => {
  const api = await startFaultServer((_, response) => sendJson(response, {}, { status: 500 }));
  const zoom = createTestClient(api);
  await expect(zoom.listRecordings({}, person)).rejects.toMatchObject({ name: 'ZoomHttpError', status: 500 });
  expect(api.arrivals).toHaveLength(3);
  expect(zoom.health()).toMatchObject({ state: 'unreachable', detail: expect.stringContaining('500') });
});

test('when everything fails, retries add less than a fifth to the calls (U3)', async () => {
  const api = await startFaultServer((_, response) => sendJson(response, {}, { status: 500 }));
  const zoom = createTestClient(api);
  const calls = 100;
  const asked = Array.from({ length: calls }, (_, day) => zoom.listRecordings({ from: `${day}` }, person));
  await Promise.allSettled(asked);
  expect(api.arrivals.length).toBeGreaterThan(calls);
  expect(api.arrivals.length).toBeLessThanOrEqual(1.2 * calls);
});

test('health recovers with the first call that succeeds, and tells its listeners once', async () => {
  let status = 404;
  const api = await startFaultServer((_, response) => sendJson(response, EMPTY_PAGE, { status }));
  const zoom = createTestClient(api);
  const states: string[] = [];
  const unlisten = zoom.onHealth(({ state }) => states.push(state));
  await expect(zoom.getSession('x', person)).rejects.toThrow(ZoomHttpError);
  status = 500;
  await expect(zoom.listRecordings({}, person)).rejects.toThrow(ZoomHttpError);
  status = 200;
  await zoom.listRecordings({}, person);
  await zoom.listRecordings({}, person);
  expect(states).toEqual(['ok', 'unreachable', 'ok']);
  unlisten();
});

test('waits as long as Retry-After says, and the whole label with it (V-02)', async () => {
  const api = await startFaultServer((_, response, count) =>
    count === 1
      ? sendJson(response, TOO_MANY, { status: 429, headers: { 'retry-after': '2' } })
      : sendJson(response, EMPTY_PAGE),
  );
  const zoom = createTestClient(api);
  const first = zoom.listRecordings({ from: '2026-01-01' }, person);
  await expect.poll(() => api.arrivals.length).toBe(1);
  await Promise.all([first, zoom.listRecordings({ from: '2026-02-01' }, person)]);
  expect(api.arrivals).toHaveLength(3);
  expect(gapsMs(api)[0]).toBeGreaterThanOrEqual(1_999);
});

test('a per-second 429 without a header is left alone for at least a second', async () => {
  const api = await startFaultServer((_, response, count) =>
    count === 1 ? sendJson(response, TOO_MANY, { status: 429 }) : sendJson(response, EMPTY_PAGE),
  );
  await createTestClient(api).listRecordings({}, person);
  expect(gapsMs(api)[0]).toBeGreaterThanOrEqual(999);
});

test('a person is told at once when Zoom asks for a longer wait than a person has', async () => {
  const api = await startFaultServer((_, response) =>
    sendJson(response, TOO_MANY, { status: 429, headers: { 'retry-after': '30' } }),
  );
  const zoom = createTestClient(api);
  const waiting = zoom.listRecordings({}, background).catch((error: unknown) => error);
  await expect(zoom.listRecordings({}, person)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 30 });
  await expect(zoom.listRecordings({ from: '2026-01-01' }, person)).rejects.toThrow(ZoomPausedError);
  expect(api.arrivals).toHaveLength(1);
  expect(zoom.health().state).toBe('rate-limited');
  await zoom.close();
  expect(await waiting).toMatchObject({ name: 'AbortError' });
});

test('a daily limit pauses its label alone until the time it states, also after a restart (V-03)', async () => {
  const midnight = new Date(Date.now() + 7_200_000).toISOString();
  const saved = new Map<string, number | null>();
  const pauses = {
    load: () =>
      Object.fromEntries([...saved].filter((entry): entry is [string, number] => entry[1] !== null)),
    save: (label: string, untilMs: number | null) => void saved.set(label, untilMs),
  };
  let nowMs = Date.now();
  const now = () => nowMs;
  const api = await startFaultServer((request, response, count) =>
    count === 1
      ? sendJson(response, DAILY, {
          status: 429,
          headers: { 'x-ratelimit-type': 'Daily-limit', 'retry-after': midnight },
        })
      : sendJson(response, request.url?.includes('/sessions/') ? { session_id: 'x' } : EMPTY_PAGE),
  );
  const zoom = createTestClient(api, { pauses, now });
  await expect(zoom.listRecordings({}, person)).rejects.toThrow(ZoomPausedError);
  const untilMs = zoom.pause('medium')?.untilMs ?? 0;
  expect(Math.abs(untilMs - Date.parse(midnight))).toBeLessThan(2_000);
  expect(zoom.pause('light')).toBeNull();
  await zoom.getSession('x', person);
  expect(zoom.health()).toMatchObject({ state: 'rate-limited', detail: expect.stringContaining('UTC') });

  const restarted = createTestClient(api, { pauses, now });
  for (const asked of [person, background, person]) {
    await expect(restarted.listRecordings({}, asked)).rejects.toMatchObject({ untilMs });
  }
  expect(restarted.health().state).toBe('rate-limited');
  expect(api.arrivals).toHaveLength(2);
  nowMs = untilMs;
  await restarted.listRecordings({}, person);
  expect(restarted.pause('medium')).toBeNull();
  expect(saved.get('medium')).toBeNull();
  expect(restarted.health().state).toBe('ok');
});

test('calls that stood in the queue when a daily limit struck are not sent', async () => {
  const api = await startFaultServer((_, response) => sendJson(response, DAILY, { status: 429 }));
  const zoom = createTestClient(api, { rates: { light: 1, medium: 1, heavy: 1 } });
  const asked = [1, 2, 3].map((day) => zoom.listRecordings({ from: `${day}` }, background));
  for (const outcome of await Promise.allSettled(asked)) {
    expect(outcome).toMatchObject({ reason: { name: 'ZoomPausedError' } });
  }
  expect(api.arrivals).toHaveLength(1);
  const untilMs = zoom.pause('medium')?.untilMs ?? 0;
  expect(untilMs % 86_400_000 < 2_000 || untilMs % 86_400_000 > 86_398_000).toBe(true);
});

test('a wait of more than a minute is a pause, whatever the status', async () => {
  const api = await startFaultServer((_, response) =>
    sendJson(response, {}, { status: 503, headers: { 'retry-after': '61' } }),
  );
  const zoom = createTestClient(api);
  await expect(zoom.getSession('x', background)).rejects.toThrow(ZoomPausedError);
  expect(zoom.pause('light')?.untilMs).toBeGreaterThan(Date.now() + 55_000);
  expect(api.arrivals).toHaveLength(1);
});
