import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachAtOnce } from './each-at-once.ts';
import { everyMethod, everyPage, everyRoute, requiredHeaders } from './every-route.ts';
import { type RawAnswer, rawRequest } from './raw-request.ts';
import { sampleSessions, videoId } from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';

let matinee: TestMatinee;

beforeAll(async () => {
  matinee = await startTestMatinee({ sessions: sampleSessions() });
  await matinee.get('/api/recordings?from=2026-03-01&to=2026-03-31');
});
afterAll(() => matinee.stop());

function send(method: string, target: string, ...lines: string[]): Promise<RawAnswer> {
  const own = [
    `host: 127.0.0.1:${matinee.port}`,
    'x-matinee: 1',
    'content-type: application/json',
    'connection: close',
  ];
  return rawRequest(
    matinee.port,
    `${[`${method} ${target} HTTP/1.1`, ...own, ...lines].join('\r\n')}\r\n\r\n`,
  );
}

function expectHeaders(what: string, { status, headers }: RawAnswer): void {
  const missing = requiredHeaders.filter((name) => headers[name] === undefined);
  expect({ what, missing, answered: status > 0 }).toEqual({ what, missing: [], answered: true });
  expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
  expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe|\*/);
  for (const name of ['x-powered-by', 'server', 'access-control-allow-origin', 'set-cookie']) {
    expect(headers, what).not.toHaveProperty(name);
  }
}

test('puts the header set on every answer of every route, method and page (B4)', async () => {
  const paths = [
    ...everyRoute.map(({ path }) => path),
    ...everyPage,
    '/assets/app-0a1b2c3d.js',
    '/api/nothing',
    '/%2e',
  ];
  await eachAtOnce(paths, async (path) => {
    for (const method of everyMethod) expectHeaders(`${method} ${path}`, await send(method, path));
  });
}, 300_000);

test('puts it on answers to ranges, to conditions and to failures (B4)', async () => {
  const video = `/api/files/${videoId}/content`;
  const answers = {
    206: await send('GET', video, 'range: bytes=0-9'),
    416: await send('GET', video, 'range: bytes=99999999-'),
    400: await send('GET', '/api/sessions?limit=x'),
    421: await rawRequest(matinee.port, 'GET / HTTP/1.1\r\nhost: evil.example\r\n\r\n'),
    403: await send('GET', '/api/status', 'origin: null'),
    417: await send('GET', '/api/status', 'expect: the-unexpected'),
  };
  matinee.simulator.faults.add('api-list', { kind: 'html' });
  const bad = { ...answers, 502: await send('GET', '/api/recordings?from=2025-01-01&to=2025-01-02') };
  for (const [status, answer] of Object.entries(bad)) {
    expect(answer.status).toBe(Number(status));
    expectHeaders(status, answer);
  }
  const { headers } = await matinee.get('/api/status');
  const unchanged = await send('GET', '/api/status', `if-none-match: ${headers.etag}`);
  expectHeaders('304', unchanged);
});

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['a header without a colon', 'GET / HTTP/1.1\r\nbroken\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 400],
  [
    'a length and chunks',
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['too many headers', `GET / HTTP/1.1\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`, 431],
  ['a control in a header', 'GET / HTTP/1.1\r\nx: \u0001\r\n\r\n', 400],
])('puts it on the answer to %s, which no route ever sees', async (what, text, status) => {
  const answer = await rawRequest(matinee.port, text);
  expect(answer.status).toBe(status);
  expectHeaders(what, answer);
  expect(JSON.parse(answer.body)).toMatchObject({ type: '/problems/invalid-request', status });
});

test('keeps a recording from being a page (B6): our type, a sandbox, and no sniffing', async () => {
  const { headers } = await send('GET', `/api/files/${videoId}/content`, 'range: bytes=0-9');
  expect(headers).toMatchObject({
    'content-type': 'video/mp4',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
});

test('lets browsers keep hashed files for ever, and ask for the page each time', async () => {
  const asset = await request(`${matinee.url}/assets/app-0a1b2c3d.js`);
  expect(asset.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' });
  expect(await asset.body.text()).toBe('export {};');
  for (const path of ['/', '/recordings', '/s/abc?view=gallery', '/trash', '/index.html']) {
    const page = await request(`${matinee.url}${path}`);
    expect(page.statusCode).toBe(200);
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(await page.body.text()).toContain('<title>Matinee</title>');
  }
  expect((await request(`${matinee.url}/assets/gone-0a1b2c3d.js`)).statusCode).toBe(404);
});
