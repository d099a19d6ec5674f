import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { request } from 'undici';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount, type SimulatedSession } from '../src/simulator/account.ts';
import { volumeAccount } from '../src/simulator/volume-account.ts';
import { sampleSessions, sampleZoomId, toSessionId } from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';
import { until } from './until.ts';

const secret = 'canary-webhook-secret-0001';
const month = new Date().toISOString().slice(0, 7);

let matinee: TestMatinee;
let laterSessions: SimulatedSession[];

beforeEach(async () => {
  const recent = volumeAccount({ sessions: 3, month, filesPerSession: 1 }).sessions;
  laterSessions = recent.slice(2);
  matinee = await startTestMatinee({
    settings: { ZOOM_WEBHOOK_SECRET: secret },
    simulator: { data: createAccount([...recent.slice(0, 2), ...sampleSessions()]), rates: 'unlimited' },
  });
  matinee.simulator.webhooks.subscribe({ url: `${matinee.url}/webhooks/zoom`, secret });
});
afterEach(() => matinee.stop());

interface Delivery {
  body: string;
  timestamp?: string;
  signature?: string;
  headers?: Record<string, string>;
}

function stampNow(): string {
  return String(Math.floor(Date.now() / 1000));
}

function sign(body: string, timestamp = stampNow(), key = secret): Required<Omit<Delivery, 'headers'>> {
  const digest = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex');
  return { body, timestamp, signature: `v0=${digest}` };
}

async function deliver({ body, timestamp, signature, headers }: Delivery) {
  const answer = await request(`${matinee.url}/webhooks/zoom`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(timestamp === undefined ? {} : { 'x-zm-request-timestamp': timestamp }),
      ...(signature === undefined ? {} : { 'x-zm-signature': signature }),
      ...headers,
    },
    body,
  });
  return { status: answer.statusCode, text: await answer.body.text() };
}

function eventBody(name = 'session.recording_completed', zoomId = sampleZoomId): string {
  const object = { session_id: zoomId, session_name: 'x', recording_files: [] };
  return JSON.stringify({
    event: name,
    event_ts: Date.now(),
    download_token: randomBytes(8).toString('hex'),
    payload: { account_id: 'simAccount01', object },
  });
}

const calls = () => matinee.simulator.log.filter(({ host }) => host === 'api').length;

test('answers Zoom’s question whether the address is ours, by any name it comes by (V-28)', async () => {
  const plainToken = 'simPlainToken0000000001';
  const body = JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken }, event_ts: 1 });
  const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex');
  const answer = await deliver({ ...sign(body), headers: { host: 'tunnel.example.net' } });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toEqual({ plainToken, encryptedToken });
});

test.each([
  ['a wrong signature', () => sign(eventBody(), stampNow(), 'another secret')],
  ['a stamp of ten minutes ago', () => sign(eventBody(), String(Number(stampNow()) - 600))],
  ['a stamp of ten minutes ahead', () => sign(eventBody(), String(Number(stampNow()) + 600))],
  ['no signature', () => ({ body: eventBody(), timestamp: stampNow() })],
  ['no stamp', () => ({ body: eventBody(), signature: sign(eventBody()).signature })],
  ['a stamp that is no number', () => sign(eventBody(), '1e9')],
  ['an empty body', () => ({ ...sign(eventBody()), body: '' })],
])('refuses %s and asks Zoom nothing (V-28, W1)', async (_what, make) => {
  const before = calls();
  const answer = await deliver(make());
  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.text)).toMatchObject({ type: '/problems/webhook-refused' });
  expect(calls()).toBe(before);
});

test('accepts none of 10,000 deliveries that were changed anywhere, and all that were not (W1)', async () => {
  const flip = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 127 }), part: fc.nat({ max: 2 }) });
  for (const { at, by, part } of fc.sample(flip, 10_000)) {
    const good = sign(eventBody());
    const changed = [change(good.body, at, by), good.timestamp, good.signature];
    if (part === 1) changed.splice(0, 2, good.body, change(good.timestamp, at, by));
    if (part === 2) changed.splice(0, 3, good.body, good.timestamp, change(good.signature, at, by));
    const [body = '', timestamp = '', signature = ''] = changed;
    // What a header cannot hold never leaves the sender.
    if (!/^[\x21-\x7e]+$/.test(timestamp + signature)) continue;
    expect([401, 413]).toContain((await deliver({ body, timestamp, signature })).status);
  }
  for (let count = 0; count < 100; count += 1)
    expect((await deliver(sign(eventBody(undefined, `id-${count}`)))).status).toBe(204);
}, 120_000);

/** One character of a text turned into another one. */
function change(text: string, at: number, by: number): string {
  const index = at % text.length;
  const code = (text.charCodeAt(index) ^ by) & 0x7f;
  const other = code === text.charCodeAt(index) ? (code + 1) & 0x7f : code;
  return `${text.slice(0, index)}${String.fromCharCode(other)}${text.slice(index + 1)}`;
}

test('refuses what was recorded and sent once more (W1)', async () => {
  const good = sign(eventBody());
  expect((await deliver(good)).status).toBe(204);
  expect((await deliver(good)).status).toBe(401);
});

test.each([
  ['too large', 'x'.repeat(1024 * 1024 + 1), 413],
  ['no JSON', 'not json', 400],
  ['no event', '{"payload":{}}', 400],
  ['an array', '[]', 400],
  ['a stranger’s event', '{"event":"meeting.started","payload":{"object":{"id":1}}}', 204],
])('answers a signed body that is %s', async (_what, body, status) => {
  expect((await deliver(sign(body))).status).toBe(status);
});

test('has no such address without a secret, and takes nothing but POST with one', async () => {
  expect((await matinee.get('/webhooks/zoom')).status).toBe(405);
  expect((await matinee.get('/webhooks/zoom', { host: 'evil.example' })).status).toBe(421);
  const closed = await startTestMatinee();
  const good = sign(eventBody());
  const answer = await request(`${closed.url}/webhooks/zoom`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-matinee': '1',
      'x-zm-request-timestamp': good.timestamp,
      'x-zm-signature': good.signature,
    },
    body: good.body,
  });
  expect(answer.statusCode).toBe(404);
  await answer.body.dump();
  expect((await closed.get('/webhooks/zoom')).status).toBe(404);
  await closed.stop();
});

test('a recording that ends is in its month without anybody asking', async () => {
  await matinee.get(`/api/sessions?month=${month}`);
  const [ended] = laterSessions;
  if (!ended) throw new Error('a session was expected');
  matinee.simulator.account.sessions.push(ended);
  matinee.simulator.webhooks.tell('session.recording_completed', ended);
  await until(async () => (await matinee.get('/api/status')).body.catalog.sessions >= 3);
  const { body } = await matinee.get(`/api/sessions?month=${month}`);
  expect(body.sessions.map(({ zoomId }: { zoomId: string }) => zoomId)).toContain(ended.session_id);
});

test('the same event four times, and events in another order, end as one in order would (W3)', async () => {
  const { simulator } = matinee;
  await matinee.get('/api/sessions?month=2026-03');
  await matinee.get('/api/sessions?trash=session_recordings');
  const session = simulator.account.sessions.find(({ session_id }) => session_id === sampleZoomId);
  if (!session) throw new Error('the sample was expected');
  Object.assign(simulator.faults.switches, { webhookCopies: 4, webhooksHeldBack: 1 });
  session.trashed_at = new Date().toISOString();
  simulator.webhooks.tell('session.recording_completed', session);
  simulator.webhooks.tell('session.recording_trashed', session);
  const state = async () => (await matinee.get(`/api/sessions/${toSessionId(sampleZoomId)}`)).body.state;
  await until(async () => (await state()) === 'trashed');
  delete session.trashed_at;
  simulator.webhooks.tell('session.recording_transcript_completed', session);
  simulator.webhooks.tell('session.recording_recovered', session);
  await until(async () => (await state()) === 'live');
  await until(() => simulator.webhooks.deliveries.length === 16);
  // Copies without a token of their own bear one signature: the first of them is enough.
  expect(new Set(simulator.webhooks.deliveries.map(({ status }) => status))).toEqual(new Set([204, 401]));
  expect(await state()).toBe('live');
});

test('a session that was deleted for good leaves its list', async () => {
  const { simulator } = matinee;
  await matinee.get('/api/sessions?month=2026-03');
  const [session] = simulator.account.sessions.splice(
    simulator.account.sessions.findIndex(({ session_id }) => session_id === sampleZoomId),
    1,
  );
  if (!session) throw new Error('the sample was expected');
  simulator.webhooks.tell('session.recording_deleted', session);
  await until(async () => (await matinee.get(`/api/sessions/${toSessionId(sampleZoomId)}`)).status === 404);
});

test('keeps neither token nor address of an event, and its secret from every line', async () => {
  const token = 'canary-download-token-77';
  const body = JSON.stringify({
    event: 'session.recording_completed',
    download_token: token,
    event_ts: 5,
    payload: {
      object: { session_id: sampleZoomId, recording_files: [{ download_url: `https://x.example/${token}` }] },
    },
  });
  expect((await deliver(sign(body))).status).toBe(204);
  await deliver({ ...sign(body), signature: secret });
  await until(() => calls() > 0);
  const said = matinee.lines.join('\n');
  expect(said).not.toContain(token);
  expect(said).not.toContain(secret);
});
