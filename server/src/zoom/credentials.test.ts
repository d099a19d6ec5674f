import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, test } from 'vitest';
import {
  createTestClient,
  EMPTY_PAGE,
  sendJson,
  startFaultServer,
  TEST_CREDENTIALS,
} from '../../test/zoom-fault-server.ts';
import { createCredentialsGate } from './credentials-gate.ts';
import { ZoomHttpError } from './errors.ts';

const person = { urgency: 'person' } as const;
const UNAUTHORIZED = { code: 124, message: 'Invalid access token.' };

test('a wrong secret costs two upstream calls, however many ask, and names both settings (V-29)', async () => {
  const lines: string[] = [];
  const target = new Writable({
    write: (line, _, done) => {
      lines.push(String(line));
      done();
    },
  });
  const api = await startFaultServer((_, response) => sendJson(response, UNAUTHORIZED, { status: 401 }));
  const zoom = createTestClient(api, { log: pino({ level: 'trace' }, target) });
  const asked = Array.from({ length: 8 }, (_, day) => zoom.listRecordings({ from: `${day}` }, person));
  for (const outcome of await Promise.allSettled([...asked, zoom.getSession('x', person)])) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { name: 'ZoomHttpError', status: 401, code: 124 },
    });
  }
  await expect(zoom.listRecordings({}, { urgency: 'background' })).rejects.toThrow(ZoomHttpError);
  expect(api.arrivals).toHaveLength(2);
  const { state, detail } = zoom.health();
  expect(state).toBe('credentials-refused');
  expect(detail).toMatch(/ZOOM_API_KEY.*ZOOM_API_SECRET.*API key pair.*not its SDK key pair/);
  const sent = api.arrivals.map(({ headers }) => headers.authorization?.slice('Bearer '.length) ?? '');
  for (const secret of [TEST_CREDENTIALS.apiSecret, TEST_CREDENTIALS.apiKey, ...sent]) {
    expect(lines.join('')).not.toContain(secret);
  }
});

test('a single 401 is answered by one token signed anew, and nobody hears of it (S6)', async () => {
  const api = await startFaultServer((_, response, count) =>
    count === 1 ? sendJson(response, UNAUTHORIZED, { status: 401 }) : sendJson(response, EMPTY_PAGE),
  );
  const zoom = createTestClient(api);
  await zoom.listRecordings({}, person);
  expect(api.arrivals).toHaveLength(2);
  expect(zoom.health()).toMatchObject({ state: 'ok', detail: null });
});

function refusal() {
  return new ZoomHttpError('listRecordings', {
    status: 401,
    code: 124,
    zoomMessage: '',
    retryAfterSeconds: null,
    trackingId: null,
  });
}

test('a refusal is believed for 25 seconds and then tried again by one call', async () => {
  let nowMs = 0;
  let sent = 0;
  let answer: () => Promise<string> = () => Promise.reject(refusal());
  const gate = createCredentialsGate(() => nowMs);
  const ask = () =>
    gate.pass({
      operation: 'getSession',
      signal: new AbortController().signal,
      send: () => {
        sent += 1;
        return answer();
      },
    });
  await expect(ask()).rejects.toMatchObject({ status: 401 });
  nowMs += 24_999;
  await expect(ask()).rejects.toMatchObject({ status: 401, operation: 'getSession' });
  expect(sent).toBe(1);
  nowMs += 1;
  answer = async () => 'well';
  expect(await Promise.all([ask(), ask()])).toEqual(['well', 'well']);
  expect(sent).toBe(3);
});

test('a first call that hangs does not keep the others for long', async () => {
  const gate = createCredentialsGate(() => 0);
  const { signal } = new AbortController();
  const never = new Promise<string>(() => {});
  void gate.pass({ operation: 'getSession', signal, send: () => never });
  const answer = gate.pass({ operation: 'getSession', signal, send: async () => 'well' });
  expect(await answer).toBe('well');
});
