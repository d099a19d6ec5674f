import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  createTestClient,
  EMPTY_PAGE,
  sendJson,
  startFaultServer,
  startRawServer,
} from '../../test/zoom-fault-server.ts';
import type { ZoomClient } from './client.ts';
import { ZoomNetworkError, ZoomShapeError } from './errors.ts';

const person = { urgency: 'person' } as const;
const JSON_HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const GOOD = JSON.stringify(EMPTY_PAGE);

async function failureOf(zoom: ZoomClient): Promise<unknown> {
  try {
    return await zoom.listRecordings({}, person);
  } catch (error) {
    return error;
  }
}

test.each<[string, (socket: Socket) => void, typeof ZoomNetworkError | typeof ZoomShapeError]>([
  ['a reset before any answer', (socket) => socket.resetAndDestroy(), ZoomNetworkError],
  ['a connection closed without an answer', (socket) => socket.end(), ZoomNetworkError],
  [
    'a body shorter than its length',
    (socket) => socket.end(`${JSON_HEAD}content-length: 999\r\n\r\n{"sess`),
    ZoomNetworkError,
  ],
  [
    'a chunked body cut short',
    (socket) => socket.end(`${JSON_HEAD}transfer-encoding: chunked\r\n\r\n5\r\n{"ses\r\n`),
    ZoomNetworkError,
  ],
  [
    'a reset in the middle of a body',
    (socket) => socket.write(`${JSON_HEAD}content-length: 999\r\n\r\n{"s`, () => socket.resetAndDestroy()),
    ZoomNetworkError,
  ],
  [
    'a body without a length cut short',
    (socket) => socket.end(`${JSON_HEAD}connection: close\r\n\r\n{"sess`),
    ZoomShapeError,
  ],
  ['something that is not HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n'), ZoomShapeError],
  ['headers without end', (socket) => socket.write(`${JSON_HEAD}x: ${'y'.repeat(100_000)}`), ZoomShapeError],
  [
    'a length that is none',
    (socket) => socket.end(`${JSON_HEAD}content-length: x\r\n\r\n${GOOD}`),
    ZoomShapeError,
  ],
])('%s is a typed error, leaves no socket, and the next call is answered (U1)', async (_, fault, kind) => {
  let isFaulty = true;
  const api = await startRawServer((socket) => {
    if (isFaulty) fault(socket);
    else socket.write(`${JSON_HEAD}content-length: ${GOOD.length}\r\n\r\n${GOOD}`);
  });
  const zoom = createTestClient(api);
  expect(await failureOf(zoom)).toBeInstanceOf(kind);
  expect(zoom.health().state).toBe('unreachable');
  await expect.poll(() => api.openSockets()).toBe(0);
  isFaulty = false;
  expect(await failureOf(zoom)).toMatchObject({ sessions: [] });
  expect(zoom.health().state).toBe('ok');
});

test.each<[string, Record<string, string>, string | Buffer]>([
  ['a login page (V-06)', { 'content-type': 'text/html' }, '<html>Sign in</html>'],
  ['HTML that says it is JSON', { 'content-type': 'application/json' }, '<html>Sign in</html>'],
  ['nothing', { 'content-type': 'application/json' }, ''],
  ['a list where an object belongs', { 'content-type': 'application/json' }, '[]'],
  ['null', { 'content-type': 'application/json' }, 'null'],
  ['an envelope without sessions', { 'content-type': 'application/json' }, '{"page_size":30}'],
  ['sessions that are no list', { 'content-type': 'application/json' }, '{"sessions":{}}'],
  [
    'JSON that nests without end',
    { 'content-type': 'application/json' },
    `{"sessions":${'['.repeat(1_000_000)}`,
  ],
  [
    'a compressed answer nobody asked for',
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    gzipSync(GOOD),
  ],
  [
    'a compression bomb',
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    gzipSync(Buffer.alloc(64 * 1024 * 1024)),
  ],
])('%s with status 200 is an unexpected answer, asked for once', async (_, headers, body) => {
  const api = await startFaultServer((__, response) => response.writeHead(200, headers).end(body));
  const zoom = createTestClient(api);
  const failure = await failureOf(zoom);
  expect(failure).toBeInstanceOf(ZoomShapeError);
  expect(String(failure)).not.toMatch(/html|Sign/);
  expect(api.arrivals).toHaveLength(1);
});

test('an answer is given up as soon as it passes 16 MiB', async () => {
  let sentBytes = 0;
  const chunk = Buffer.alloc(256 * 1024, 0x20);
  const api = await startFaultServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      while (!response.destroyed && response.write(chunk)) sentBytes += chunk.length;
      sentBytes += chunk.length;
    };
    response.on('drain', more);
    more();
  });
  const zoom = createTestClient(api);
  expect(await failureOf(zoom)).toMatchObject({ name: 'ZoomShapeError', path: 'body' });
  await expect.poll(() => api.openSockets()).toBe(0);
  expect(sentBytes).toBeLessThan(32 * 1024 * 1024);
});

test('a refusal with a page of HTML is a refusal without a message', async () => {
  const api = await startFaultServer((_, response) =>
    response.writeHead(403, { 'content-type': 'text/html' }).end('<html>blocked</html>'),
  );
  const zoom = createTestClient(api);
  expect(await failureOf(zoom)).toMatchObject({
    name: 'ZoomHttpError',
    status: 403,
    code: null,
    zoomMessage: '',
  });
});

test('a redirect of the API is not followed', async () => {
  const api = await startFaultServer((_, response) =>
    response.writeHead(302, { location: '/elsewhere' }).end(),
  );
  const zoom = createTestClient(api);
  expect(await failureOf(zoom)).toMatchObject({ name: 'ZoomHttpError', status: 302 });
  expect(api.arrivals).toHaveLength(1);
});

test('a port nobody listens on is said to refuse the connection', async () => {
  const api = await startFaultServer((_, response) => sendJson(response, EMPTY_PAGE));
  const zoom = createTestClient(api, { baseUrl: 'http://127.0.0.1:1/v2' });
  expect(await failureOf(zoom)).toMatchObject({ name: 'ZoomNetworkError', reason: 'ECONNREFUSED' });
  expect(zoom.health().detail).toBe('Zoom cannot be reached: the connection was refused.');
});

test('a name that cannot be looked up is said to be that', async () => {
  const api = await startFaultServer((_, response) => sendJson(response, EMPTY_PAGE));
  const zoom = createTestClient(api, { baseUrl: 'http://zoom.invalid/v2' });
  expect(await failureOf(zoom)).toBeInstanceOf(ZoomNetworkError);
  expect(zoom.health().detail).toMatch(/name could not be looked up/);
});

test('a server that does not speak TLS is a network error, not asked with the token', async () => {
  const api = await startRawServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const zoom = createTestClient(api, { baseUrl: `https://${api.host}/v2` });
  expect(await failureOf(zoom)).toBeInstanceOf(ZoomNetworkError);
  expect(zoom.health().state).toBe('unreachable');
});
