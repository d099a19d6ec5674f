import { request } from 'undici';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  bucketId,
  processingId,
  sampleSessions,
  sampleZoomId,
  toSessionId,
  trashedFileId,
  videoId,
} from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';

let matinee: TestMatinee;
const month = '/api/recordings?from=2026-03-01&to=2026-03-31';
const video = `/api/files/${videoId}/content`;

beforeAll(async () => {
  matinee = await startTestMatinee({ sessions: sampleSessions() });
  expect((await matinee.get(month)).status).toBe(200);
  expect((await matinee.get('/api/recordings?trash=true&trash_type=recording_file')).status).toBe(200);
});
afterAll(() => matinee.stop());
afterEach(() => matinee.simulator.faults.clear());

test.each([
  ['/api/nothing', 404, 'not-found'],
  ['/API/status', 404, 'not-found'],
  [`/api/sessions/${toSessionId('nobody==')}`, 404, 'not-found'],
  ['/api/sessions/%21', 404, 'not-found'],
  ['/api/files/nobody/content', 404, 'not-found'],
  ['/api/files/..%2f..%2fetc/content', 404, 'not-found'],
  ['/api/refresh', 405, 'method-not-allowed'],
  [`/api/files/${processingId}/content`, 409, 'recording-processing'],
  [`/api/files/${bucketId}/content`, 409, 'recording-unavailable'],
  [`/api/files/${trashedFileId}/content`, 409, 'recording-in-trash'],
])('GET %s is %i %s', async (path, status, type) => {
  const before = matinee.simulator.log.length;
  const answer = await matinee.get(path);
  expect({ status: answer.status, type: answer.body.type }).toEqual({ status, type: `/problems/${type}` });
  expect(answer.body.detail).not.toBe('');
  expect(answer.body.instance).toBe(answer.headers['x-request-id']);
  if (status === 409) expect(matinee.simulator.log.length).toBe(before);
});

test('says where a file ends when a range begins behind it', async () => {
  const answer = await matinee.get(video, { range: 'bytes=3000000-' });
  expect(answer).toMatchObject({ status: 416, body: { type: '/problems/range-not-satisfiable' } });
  expect(answer.headers['content-range']).toBe('bytes */3000000');
});

test('names what may be asked instead of a method that may not', async () => {
  const answer = await matinee.post('/api/status', {});
  expect(answer).toMatchObject({ status: 405, body: { type: '/problems/method-not-allowed' } });
  expect(answer.headers.allow).toBe('GET, HEAD');
});

test('takes no body of more than 64 KiB, and no body that is not JSON', async () => {
  const large = await matinee.post('/api/refresh', { trash: 'x'.repeat(65 * 1024) });
  expect(large).toMatchObject({ status: 413, body: { type: '/problems/payload-too-large' } });
  const headers = { 'x-matinee': '1', 'content-type': 'application/json' };
  const broken = await request(`${matinee.url}/api/refresh`, { method: 'POST', headers, body: '{"trash":' });
  expect(broken.statusCode).toBe(400);
  expect(await broken.body.json()).toMatchObject({
    type: '/problems/invalid-request',
    errors: [{ detail: 'is not JSON' }],
  });
});

test('sends the 65th listener away with a time to come back', async () => {
  const streams = await Promise.all(Array.from({ length: 64 }, () => request(`${matinee.url}/api/events`)));
  const answer = await matinee.get('/api/events');
  expect(answer).toMatchObject({
    status: 503,
    body: { type: '/problems/too-many-streams', retryable: true },
  });
  expect(answer.headers['retry-after']).toBe('5');
  for (const { body } of streams) body.on('error', () => {}).destroy();
});

/** Each month of its own, because equal questions to Zoom are asked once. */
let nextMonth = 0;
function freshQuestion(): string {
  nextMonth += 1;
  return `/api/recordings?from=2025-${String(nextMonth).padStart(2, '0')}-01&to=2025-${String(nextMonth).padStart(2, '0')}-20`;
}

test.each([
  ['a 403', { kind: 'status', status: 403 }, 502, 'zoom-credentials-refused'],
  ['a 500', { kind: 'status', status: 500 }, 502, 'zoom-unavailable'],
  ['a reset', { kind: 'refuse' }, 502, 'zoom-unavailable'],
  ['a page', { kind: 'html' }, 502, 'zoom-unexpected-answer'],
  ['another shape', { kind: 'wrong-shape', body: { sessions: 'none' } }, 502, 'zoom-unexpected-answer'],
  ['half a JSON', { kind: 'malformed-json' }, 502, 'zoom-unexpected-answer'],
  [
    'a dead page token',
    {
      kind: 'status',
      status: 400,
      body: { code: 300, message: 'The next page token is invalid or expired.' },
    },
    400,
    'invalid-request',
  ],
] as const)('answers %s of Zoom as a problem that says what to do', async (_name, fault, status, type) => {
  matinee.simulator.faults.add('api-list', fault);
  const answer = await matinee.get(freshQuestion());
  expect({ status: answer.status, type: answer.body.type }).toEqual({ status, type: `/problems/${type}` });
  expect(answer.body.detail).toMatch(/\.$/);
  expect(JSON.stringify(answer.body)).not.toMatch(/<|\bat \w|\.ts|127\.0\.0\.1/);
});

test('answers a Zoom that never does within 15 seconds (V-05, U1)', async () => {
  matinee.simulator.faults.add('api-list', { kind: 'slow-headers', everyMs: 5000 });
  const begun = Date.now();
  const answer = await matinee.get(freshQuestion());
  expect(answer).toMatchObject({ status: 504, body: { type: '/problems/zoom-timeout', retryable: true } });
  expect(Date.now() - begun).toBeLessThan(15_500);
});

test.each([
  ['a page with status 200', { kind: 'html' }, 'zoom-refused-file'],
  ['a lasting 403', { kind: 'status', status: 403 }, 'zoom-refused-file'],
  [
    'a redirect to a metadata service',
    { kind: 'redirect', location: 'http://169.254.169.254/latest/meta-data/' },
    'zoom-redirect-refused',
  ],
  ['a lasting 503', { kind: 'status', status: 503 }, 'zoom-unavailable'],
] as const)('answers %s in place of a file (V-07, V-11)', async (_name, fault, type) => {
  matinee.simulator.faults.expireSignedAddresses();
  matinee.simulator.faults.add('web-download', fault);
  const answer = await matinee.get(video);
  expect(answer).toMatchObject({ status: 502, body: { type: `/problems/${type}` } });
  expect(answer.headers['content-disposition']).toBeUndefined();
});

test.each([
  [
    'a file of broken bytes',
    'cdn',
    { kind: 'corrupt' },
    'Zoom sent something that is not a file of this type.',
  ],
  ['an empty file', 'cdn', { kind: 'empty-body' }, 'Zoom sent something that is not a file of this type.'],
  [
    'a page',
    'web-download',
    { kind: 'html' },
    'Zoom sent a web page instead of the file. Only the host may be able to download it.',
  ],
  ['a 403', 'cdn', { kind: 'status', status: 403 }, 'Zoom refused to hand out this file (403).'],
  [
    'a compressed body',
    'cdn',
    { kind: 'gzip-bomb' },
    'Zoom sent the file compressed, which nobody asked for.',
  ],
] as const)('says of %s in one sentence what is the matter (M8)', async (_name, on, fault, detail) => {
  matinee.simulator.faults.expireSignedAddresses();
  matinee.simulator.faults.add(on, fault);
  const { status, body } = await matinee.get(video);
  expect({ status, type: body.type, title: body.title, detail: body.detail }).toEqual({
    status: 502,
    type: '/problems/zoom-refused-file',
    title: 'Zoom refused this file',
    detail,
  });
});

test('says that an API without a list is no API of Zoom’s', async () => {
  matinee.simulator.faults.add('api-list', { kind: 'status', status: 404, body: { message: 'Not Found' } });
  const { status, body } = await matinee.get(freshQuestion());
  expect({ status, type: body.type, detail: body.detail }).toEqual({
    status: 502,
    type: '/problems/zoom-unexpected-answer',
    detail: 'Zoom’s list of recordings was not found (404). Check ZOOM_API_BASE_URL on the server.',
  });
});

test('passes a wrong key on as a failure of ours, and asks Zoom at most twice (V-29)', async () => {
  const wrong = await startTestMatinee({ settings: { ZOOM_API_SECRET: 'canary-wrong-secret-0001' } });
  const answer = await wrong.get(month);
  expect(answer).toMatchObject({
    status: 502,
    body: { type: '/problems/zoom-credentials-refused', retryable: false },
  });
  expect(answer.body.detail).toMatch(/ZOOM_API_KEY.*not the SDK key pair/);
  expect(wrong.simulator.log.length).toBeLessThanOrEqual(2);
  const { body } = await wrong.get('/api/status');
  expect(body.zoom.state).toBe('credentials-refused');
  expect(wrong.lines.join('')).not.toContain('canary-wrong-secret-0001');
  await wrong.stop();
});

test('says when to come back when the day’s share is used up', async () => {
  matinee.simulator.faults.add('api-list', { kind: 'rate-limit', per: 'day' });
  const answer = await matinee.get(freshQuestion());
  expect(answer).toMatchObject({
    status: 503,
    body: { type: '/problems/zoom-rate-limited', retryable: true },
  });
  expect(answer.body.retryAfterSeconds).toBeGreaterThan(0);
  expect(answer.headers['retry-after']).toBe(String(answer.body.retryAfterSeconds));
});

test('knows a session whose id no path likes', async () => {
  expect((await matinee.get(`/api/sessions/${toSessionId(sampleZoomId)}`)).status).toBe(200);
});
