import { expect, test } from 'vitest';
import { createTestClient, EMPTY_PAGE, sendJson, startFaultServer } from '../../test/zoom-fault-server.ts';
import { ZoomTimeoutError } from './errors.ts';
import type { Call } from './flight.ts';
import { createFlights } from './flights.ts';

const person = { urgency: 'person' } as const;
const background = { urgency: 'background' } as const;

test('people are answered while background work stands in the queue, and lend it their urgency', async () => {
  const api = await startFaultServer((_, response) => sendJson(response, EMPTY_PAGE));
  const zoom = createTestClient(api, { rates: { light: 2, medium: 2, heavy: 2 } });
  const archive = [1, 2, 3, 4, 5, 6].map((day) => zoom.listRecordings({ from: `b${day}` }, background));
  await expect.poll(() => api.arrivals.length).toBe(2);
  const joined = zoom.listRecordings({ from: 'b6' }, person);
  await Promise.all([joined, zoom.listRecordings({ from: 'p1' }, person)]);
  const order = api.arrivals.map(({ url }) => url.split('=')[1]);
  expect(order.slice(2, 4).sort()).toEqual(['b6', 'p1']);
  await Promise.all(archive);
  expect(api.arrivals).toHaveLength(7);
});

test('a person out of time hears the last error, or of Zoom’s slowness, or of our own queue', async () => {
  const flights = createFlights({ clock: () => performance.now(), now: () => 1_000, personMs: 20 });
  const ask = (before: (call: Call) => void) => {
    const run = (call: Call) => {
      before(call);
      return new Promise<never>(() => {});
    };
    return flights.join({ key: String(before), operation: 'getSession', run }, person);
  };
  await expect(ask(() => {})).rejects.toMatchObject({ name: 'ZoomPausedError', untilMs: 6_000 });
  await expect(ask((call) => call.sent())).rejects.toThrow(ZoomTimeoutError);
  await expect(ask((call) => call.failedFor(new Error('503'), -1_000))).rejects.toThrow('503');
});

test('a person is told at once of a failure whose next attempt comes too late for a person', async () => {
  const flights = createFlights({ clock: () => 0, now: () => 0, personMs: 10_000 });
  const told: string[] = [];
  const run = (call: Call) => {
    call.failedFor(new Error('in time'), 9_000);
    told.push('waits');
    call.failedFor(new Error('too late'), 9_600);
    return new Promise<never>(() => {});
  };
  await expect(flights.join({ key: 'k', operation: 'getSession', run }, person)).rejects.toThrow('too late');
  expect(told).toEqual(['waits']);
});

test('a background call outlives the person who joined it', async () => {
  const answers: (() => void)[] = [];
  const api = await startFaultServer(
    (_, response) => void answers.push(() => sendJson(response, EMPTY_PAGE)),
  );
  const zoom = createTestClient(api);
  const reader = new AbortController();
  const pass = zoom.listRecordings({}, background);
  const look = zoom.listRecordings({}, { urgency: 'person', signal: reader.signal });
  await expect.poll(() => answers.length).toBe(1);
  reader.abort(new Error('left'));
  await expect(look).rejects.toThrow('left');
  answers[0]?.();
  expect(await pass).toMatchObject({ sessions: [] });
});

test('closing ends what is under way and leaves no socket', async () => {
  const api = await startFaultServer(() => {});
  const zoom = createTestClient(api);
  const asked = [zoom.listRecordings({}, person), zoom.getSession('x', background)];
  await expect.poll(() => api.arrivals.length).toBeGreaterThan(0);
  const ended = Promise.allSettled(asked);
  await zoom.close();
  for (const outcome of await ended) expect(outcome).toMatchObject({ reason: { name: 'AbortError' } });
  await expect.poll(() => api.openSockets()).toBe(0);
});

test('an asker who is already gone asks nothing', async () => {
  const api = await startFaultServer((_, response) => sendJson(response, EMPTY_PAGE));
  const signal = AbortSignal.abort(new Error('gone'));
  await expect(createTestClient(api).listRecordings({}, { urgency: 'person', signal })).rejects.toThrow(
    'gone',
  );
  expect(api.arrivals).toHaveLength(0);
});
