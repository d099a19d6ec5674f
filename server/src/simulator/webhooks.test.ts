import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../../test/until.ts';
import { createAccount, simulatedFile, simulatedSession } from './account.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { change } from './test-caller.ts';

const secret = 'sim_webhook_secret_0001';
const sessionId = 'K6DoTC6/wqNUGyWaws+5XA==';

let simulator: Simulator;
let received: { headers: IncomingHttpHeaders; text: string; event: string }[];
let answers: number[];

const listener = createServer(async (request, response) => {
  const body = await text(request);
  received.push({ headers: request.headers, text: body, event: JSON.parse(body).event });
  response.writeHead(answers.shift() ?? 204).end();
});

beforeEach(async () => {
  received = [];
  answers = [];
  const file = simulatedFile({
    id: 'file-1',
    recording_type: 'gallery_view',
    content: { kind: 'synthetic', seed: 1, sizeBytes: 1000 },
  });
  const session = simulatedSession({
    session_id: sessionId,
    start_time: new Date(Date.now() - 86_400_000).toISOString(),
    recording_files: [file],
  });
  simulator = await startSimulator({ data: createAccount([session]) });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  simulator.webhooks.subscribe({ url: `http://127.0.0.1:${port}/hook`, secret });
});
afterEach(async () => {
  await simulator.stop();
  await new Promise((resolve) => listener.close(resolve));
});

function tell(name: Parameters<Simulator['webhooks']['tell']>[0]): void {
  const [session] = simulator.account.sessions;
  if (session) simulator.webhooks.tell(name, session);
}

test('signs the very bytes it sends, with the second in which it sends them', async () => {
  tell('session.recording_completed');
  await until(() => received.length === 1);
  const [delivery] = received;
  const stamp = delivery?.headers['x-zm-request-timestamp'];
  const digest = createHmac('sha256', secret).update(`v0:${stamp}:${delivery?.text}`).digest('hex');
  expect(delivery?.headers['x-zm-signature']).toBe(`v0=${digest}`);
  const body = JSON.parse(delivery?.text ?? '');
  expect(body).toMatchObject({ payload: { object: { session_id: sessionId, id: sessionId } } });
  expect(body.download_token).toMatch(/^[\w-]{32}$/);
  expect(body.payload.object.recording_files).toHaveLength(1);
});

test('sends again what was not taken, until it is, with another token each time', async () => {
  simulator.faults.switches.webhookRetryMs = [1, 1, 1];
  answers = [500, 503, 200];
  tell('session.recording_completed');
  await until(() => simulator.webhooks.deliveries.length === 3);
  expect(simulator.webhooks.deliveries.map(({ status }) => status)).toEqual([500, 503, 200]);
  expect(new Set(received.map((delivery) => JSON.parse(delivery.text).download_token)).size).toBe(3);
});

test('sends copies, and later events before earlier ones, when it is told to', async () => {
  Object.assign(simulator.faults.switches, { webhooksHeldBack: 1, webhookCopies: 2 });
  tell('session.recording_stopped');
  tell('session.recording_completed');
  await until(() => received.length === 4);
  expect(received.map(({ event }) => event).sort()).toEqual([
    'session.recording_completed',
    'session.recording_completed',
    'session.recording_stopped',
    'session.recording_stopped',
  ]);
});

test('tells of what a call has changed', async () => {
  const path = `/videosdk/sessions/${encodeURIComponent(encodeURIComponent(sessionId))}/recordings`;
  await change(simulator, { method: 'DELETE', path: `${path}?action=trash` });
  await until(() => received.length === 1);
  expect(received[0]?.event).toBe('session.recording_trashed');
  expect(JSON.parse(received[0]?.text ?? '').payload).toMatchObject({ operator_id: 'simOperator01' });
});
