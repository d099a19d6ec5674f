import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { createTestClient, sendJson, startFaultServer } from '../../test/zoom-fault-server.ts';
import { ZoomHttpError, ZoomIdRefusedError, ZoomNetworkError, ZoomOutcomeUnknownError } from './errors.ts';

const background = { urgency: 'background' } as const;
const sessionId = '/l6+==';
const trash = { action: 'trash', sessionId } as const;
type Response = Parameters<RequestListener>[1];

test('speaks Zoom’s words, ids encoded twice, and keeps the tracking id of what was done', async () => {
  const calls: string[] = [];
  const api = await startFaultServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    calls.push(`${request.method} ${request.url} ${body}`);
    response.writeHead(204, { 'x-zm-trackingid': `id-${calls.length}` }).end();
  });
  const zoom = createTestClient(api);
  expect(await zoom.changeRecordings(trash, background)).toEqual({ trackingId: 'id-1' });
  await zoom.changeRecordings({ ...trash, action: 'delete', fileId: 'a/b' }, background);
  await zoom.changeRecordings({ action: 'recover', sessionId }, background);
  await zoom.changeRecordings({ action: 'recover', sessionId, fileId: 'f' }, background);
  const path = '/v2/videosdk/sessions/%252Fl6%252B%253D%253D/recordings';
  expect(calls).toEqual([
    `DELETE ${path}?action=trash `,
    `DELETE ${path}/a%252Fb?action=delete `,
    `PUT ${path}/status {"action":"recover"}`,
    `PUT ${path}/f/status {"action":"recover"}`,
  ]);
});

const noRight = { code: 200, message: 'You do not have the right permissions.' };
test.each([
  ['an unknown session', 404, { code: 3301, message: 'There is no recording.' }],
  ['a recording in the making', 400, { code: 3303, message: 'Uncompleted.' }],
  ['a missing right, hidden in a 200', 200, noRight],
  ['too many calls', 429, { code: 429, message: 'maximum per-second rate limit' }],
])('says that nothing was done after %s, and asks once (D7)', async (_what, status, body) => {
  const headers = { 'x-zm-trackingid': 'told' };
  const api = await startFaultServer((_, response) => sendJson(response, body, { status, headers }));
  const failure = createTestClient(api).changeRecordings(trash, background);
  await expect(failure).rejects.toThrow(ZoomHttpError);
  await expect(failure).rejects.toMatchObject({ status, code: body.code, trackingId: 'told' });
  expect(api.arrivals).toHaveLength(1);
});

const oddAnswers: [string, (response: Response) => unknown][] = [
  ['a reset instead of an answer', (response) => response.socket?.resetAndDestroy()],
  ['half a head', (response) => response.socket?.end('HTTP/1.1 204 No')],
  ['a gateway’s 502', (response) => sendJson(response, {}, { status: 502 })],
  ['a 503 with Zoom’s own words', (response) => sendJson(response, noRight, { status: 503 })],
  [
    'a page of HTML with 200',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
  ],
  ['a 200 without a body', (response) => response.writeHead(200).end()],
  ['a 200 with words nobody knows', (response) => sendJson(response, { status: 'maybe' })],
  ['a 202 with a body', (response) => sendJson(response, {}, { status: 202 })],
];
test.each(oddAnswers)('leaves open what became of it after %s, and asks once', async (_what, answer) => {
  const api = await startFaultServer((_, response) => void answer(response));
  const failure = createTestClient(api).changeRecordings({ ...trash, action: 'delete' }, background);
  await expect(failure).rejects.toThrow(ZoomOutcomeUnknownError);
  expect(api.arrivals).toHaveLength(1);
});

test('leaves it open too when nobody waits any more after it was sent', async () => {
  const stop = new AbortController();
  const api = await startFaultServer(() => stop.abort());
  const asked = { ...background, signal: stop.signal };
  await expect(createTestClient(api).changeRecordings(trash, asked)).rejects.toThrow(ZoomOutcomeUnknownError);
});

test('what never left is known to have changed nothing', async () => {
  const api = await startFaultServer((_, response) => response.writeHead(204).end());
  const zoom = createTestClient(api, { baseUrl: 'http://127.0.0.1:9/v2' });
  await expect(zoom.changeRecordings(trash, background)).rejects.not.toThrow(ZoomOutcomeUnknownError);
  const near = createTestClient(api);
  await expect(near.changeRecordings({ ...trash, sessionId: '..' }, background)).rejects.toThrow(
    ZoomIdRefusedError,
  );
  expect(api.arrivals).toHaveLength(0);
});

test('a refused connection is no unknown outcome', async () => {
  const api = await startFaultServer((_, response) => response.writeHead(204).end());
  const hosts = { download: ['127.0.0.1:1'], cdn: [], allowInsecure: true };
  const zoom = createTestClient(api, { baseUrl: 'http://127.0.0.1:1/v2', hosts });
  await expect(zoom.changeRecordings(trash, background)).rejects.toThrow(ZoomNetworkError);
});

test('a token that was refused is signed anew and the call sent once more', async () => {
  const api = await startFaultServer((_, response, count) =>
    count === 1
      ? sendJson(response, { code: 124, message: 'Invalid access token.' }, { status: 401 })
      : response.writeHead(204).end(),
  );
  await createTestClient(api).changeRecordings(trash, background);
  expect(api.arrivals).toHaveLength(2);
});

test('people’s reads go before changes that stand in the queue', async () => {
  const order: string[] = [];
  const api = await startFaultServer((request, response) => {
    order.push(request.method ?? '');
    if (request.method === 'GET') sendJson(response, { session_id: sessionId });
    else response.writeHead(204).end();
  });
  const zoom = createTestClient(api, { rates: { light: 2, medium: 1, heavy: 1 } });
  await zoom.getSession(sessionId, { urgency: 'person' });
  const changes = [1, 2, 3].map(() => zoom.changeRecordings(trash, background));
  await zoom.getSession(sessionId, { urgency: 'person' });
  await Promise.all(changes);
  expect(order.indexOf('GET', 1)).toBeLessThan(order.lastIndexOf('DELETE'));
});
