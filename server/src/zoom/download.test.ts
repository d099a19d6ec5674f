import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import {
  createTestClient,
  type FaultServer,
  startFaultServer,
  startRawServer,
} from '../../test/zoom-fault-server.ts';
import type { ZoomClient } from './client.ts';
import { ZoomAddressRefusedError, ZoomHttpError, ZoomNetworkError, ZoomShapeError } from './errors.ts';

const signal = new AbortController().signal;

function closing(body: Readable): Promise<void> {
  return new Promise((resolve) => void body.on('error', () => {}).on('close', resolve));
}

/** A download host that redirects to the file on a CDN host. */
async function startZoom(): Promise<{
  web: FaultServer;
  cdn: FaultServer;
  zoom: ZoomClient;
  address: string;
}> {
  const cdn = await startFaultServer((request, response) => {
    const isPart = request.headers.range !== undefined;
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': isPart ? '2' : '5',
      etag: '"1"',
      'set-cookie': 'x=1',
      ...(isPart ? { 'content-range': 'bytes 0-1/5' } : { 'accept-ranges': 'bytes' }),
    };
    response.writeHead(isPart ? 206 : 200, headers).end(isPart ? 'he' : 'hello');
  });
  const web = await startFaultServer((_, response) =>
    response
      .writeHead(302, { location: `${cdn.origin}/file?Signature=s`, 'set-cookie': 'zm=1' })
      .end('moved'),
  );
  return { web, cdn, zoom: createTestClient(web, { cdn }), address: `${web.origin}/rec/download/x` };
}

test('follows a recording to the CDN, which sees neither token nor cookie nor name (V-10)', async () => {
  const { web, cdn, zoom, address } = await startZoom();
  const file = await zoom.openFile({ address, signal });
  expect(file).toMatchObject({
    status: 200,
    address: `${cdn.origin}/file?Signature=s`,
    headers: {
      contentLength: 5,
      contentRange: null,
      contentEncoding: null,
      acceptRanges: 'bytes',
      etag: '"1"',
    },
  });
  expect(await text(file.body)).toBe('hello');
  expect(web.arrivals[0]?.headers.authorization).toMatch(/^Bearer eyJ/);
  expect(web.arrivals[0]?.url).toBe('/rec/download/x');
  expect(cdn.arrivals[0]?.headers).toEqual({
    host: cdn.host,
    connection: 'keep-alive',
    'accept-encoding': 'identity',
  });
});

test('a seek asks the last address directly, with its range and without the token', async () => {
  const { web, cdn, zoom } = await startZoom();
  const address = `${cdn.origin}/file?Signature=s`;
  const file = await zoom.openFile({ address, range: 'bytes=0-1', ifRange: '"1"', signal });
  expect(file).toMatchObject({ status: 206, headers: { contentLength: 2, contentRange: 'bytes 0-1/5' } });
  expect(await text(file.body)).toBe('he');
  expect(web.arrivals).toHaveLength(0);
  expect(cdn.arrivals[0]?.headers).toMatchObject({ range: 'bytes=0-1', 'if-range': '"1"' });
  expect(cdn.arrivals[0]?.headers.authorization).toBeUndefined();
});

test('a redirect keeps the connection for the next file', async () => {
  const { web, zoom, address } = await startZoom();
  for (let count = 0; count < 3; count += 1) await text((await zoom.openFile({ address, signal })).body);
  expect(web.connections()).toBe(1);
});

test('a 416 is an answer', async () => {
  const web = await startFaultServer((_, response) =>
    response.writeHead(416, { 'content-range': 'bytes */5' }).end(),
  );
  const file = await createTestClient(web).openFile({
    address: `${web.origin}/x`,
    range: 'bytes=9-',
    signal,
  });
  expect(file).toMatchObject({ status: 416, headers: { contentRange: 'bytes */5' } });
  file.body.resume();
});

test.each([204, 304, 400, 401, 403, 404, 429, 500, 503])(
  'a %i is an error that leaves no socket',
  async (status) => {
    const web = await startFaultServer((_, response) => response.writeHead(status).end());
    const zoom = createTestClient(web);
    const opening = zoom.openFile({ address: `${web.origin}/x`, signal });
    await expect(opening).rejects.toMatchObject({ name: 'ZoomHttpError', status, operation: 'openFile' });
    expect(web.arrivals).toHaveLength(status === 401 ? 2 : 1);
  },
);

test('a long error page is not read', async () => {
  const web = await startFaultServer((_, response) => response.writeHead(500).write('x'.repeat(1_000_000)));
  await expect(createTestClient(web).openFile({ address: `${web.origin}/x`, signal })).rejects.toThrow(
    ZoomHttpError,
  );
  await expect.poll(() => web.openSockets()).toBe(0);
});

test('a 401 of a download host is answered once with a token signed anew', async () => {
  const web = await startFaultServer((_, response, count) =>
    response.writeHead(count === 1 ? 401 : 200).end('hello'),
  );
  const file = await createTestClient(web, { now: () => Date.now() - 3_600_000 }).openFile({
    address: `${web.origin}/x`,
    signal,
  });
  expect(await text(file.body)).toBe('hello');
  const [first, second] = web.arrivals.map(({ headers }) => headers.authorization);
  expect(second).not.toBe(first);
});

test('a 401 of the CDN is not answered with a token', async () => {
  const cdn = await startFaultServer((_, response) => response.writeHead(401).end());
  const zoom = createTestClient(await startFaultServer(() => {}), { cdn });
  await expect(zoom.openFile({ address: `${cdn.origin}/x`, signal })).rejects.toMatchObject({ status: 401 });
  expect(cdn.arrivals).toHaveLength(1);
});

test('five redirects are followed, the sixth is not', async () => {
  const web = await startFaultServer((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.end('hello');
    else response.writeHead(301 + (left % 2), { location: `/${left - 1}` }).end();
  });
  const zoom = createTestClient(web);
  expect(await text((await zoom.openFile({ address: `${web.origin}/5`, signal })).body)).toBe('hello');
  await expect(zoom.openFile({ address: `${web.origin}/6`, signal })).rejects.toThrow('too many redirects');
  expect(web.arrivals).toHaveLength(12);
});

test('a reader who leaves takes the upstream socket along, before and after the headers', async () => {
  const silent = await startFaultServer((request, response) => {
    if (request.url === '/body') response.writeHead(200, { 'content-length': '99999' }).write('begin');
  });
  const zoom = createTestClient(silent);
  for (const path of ['/headers', '/body']) {
    const reader = new AbortController();
    const opening = zoom.openFile({ address: silent.origin + path, signal: reader.signal });
    await expect.poll(() => silent.openSockets()).toBe(1);
    const body = path === '/body' ? (await opening).body : null;
    const closed = body && closing(body);
    reader.abort(new Error('left'));
    if (!body) await expect(opening).rejects.toThrow('left');
    await closed;
    await expect.poll(() => silent.openSockets()).toBe(0);
  }
});

test('a body cut short breaks the stream: no clean end', async () => {
  const web = await startRawServer((socket) =>
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nonly this'),
  );
  const file = await createTestClient(web).openFile({ address: `${web.origin}/x`, signal });
  await expect(text(file.body)).rejects.toThrow();
});

test('connection faults of a download are typed', async () => {
  const gone = await startRawServer((socket) => socket.resetAndDestroy());
  await expect(createTestClient(gone).openFile({ address: `${gone.origin}/x`, signal })).rejects.toThrow(
    ZoomNetworkError,
  );
  const noise = await startRawServer((socket) => socket.end('noise\r\n\r\n'));
  await expect(createTestClient(noise).openFile({ address: `${noise.origin}/x`, signal })).rejects.toThrow(
    ZoomShapeError,
  );
});

test('two hundred slow readers of one host are all served at once', async () => {
  const cdn = await startFaultServer((_, response) => response.writeHead(200).write('x'));
  const zoom = createTestClient(await startFaultServer(() => {}), { cdn });
  const address = `${cdn.origin}/x`;
  const readers = Array.from({ length: 200 }, () => new AbortController());
  const opened = await Promise.all(
    readers.map((reader) => zoom.openFile({ address, signal: reader.signal })),
  );
  expect(cdn.openSockets()).toBe(200);
  const closed = opened.map(({ body }) => closing(body));
  for (const reader of readers) reader.abort();
  await Promise.all(closed);
  await expect.poll(() => cdn.openSockets()).toBe(0);
});

test.each(['', 'nonsense', '/rec/download/x', 'file:///etc/passwd'])(
  'the address %j is refused',
  async (address) => {
    const zoom = createTestClient(await startFaultServer(() => {}));
    await expect(zoom.openFile({ address, signal })).rejects.toThrow(ZoomAddressRefusedError);
  },
);
