import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleSessions, sampleZoomId, toSessionId } from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';
import { until } from './until.ts';

let matinee: TestMatinee;

beforeAll(async () => {
  matinee = await startTestMatinee({ sessions: sampleSessions() });
});
afterAll(() => matinee.stop());

test('says what runs and how Zoom treats it', async () => {
  const { status, body, headers } = await matinee.get('/api/status');
  expect({ status, mode: body.mode, allowChanges: body.allowChanges }).toEqual({
    status: 200,
    mode: 'live',
    allowChanges: false,
  });
  expect(headers['cache-control']).toBe('private, no-cache');
});

test('lists a month, its session and the months', async () => {
  await until(
    async () => (await matinee.get('/api/sessions?month=2026-03')).body.windows[0].state === 'complete',
  );
  const list = await matinee.get('/api/sessions?month=2026-03');
  expect(list.body.sessions.map(({ zoomId }: { zoomId: string }) => zoomId)).toEqual([sampleZoomId]);
  const one = await matinee.get(`/api/sessions/${toSessionId(sampleZoomId)}`);
  expect(one.body.name).toBe('orchid-triage-0412');
  const months = await matinee.get('/api/months');
  expect(months.body.find(({ month }: { month: string }) => month === '2026-03').sessions).toBe(1);
});

test('tells of every window: those of the strip’s months, then both trashes', async () => {
  await until(
    async () => (await matinee.get('/api/sessions?month=2026-03')).body.windows[0].state === 'complete',
  );
  const [months, windows] = [await matinee.get('/api/months'), await matinee.get('/api/windows')];
  const froms = windows.body.map(({ from }: { from: string | null }) => from);
  const expected = months.body.map(({ month }: { month: string }) => `${month}-01`);
  expect(froms).toEqual([...expected, null, null]);
  expect(windows.body.find(({ from }: { from: string }) => from === '2026-03-01')).toMatchObject({
    state: 'complete',
    records: 1,
    reportedTotal: 1,
    pages: 1,
  });
  expect(windows.body.slice(-2)).toMatchObject([
    { trash: 'session_recordings' },
    { trash: 'recording_file' },
  ]);
});

test('answers 304 while nothing has changed', async () => {
  const first = await matinee.get('/api/status');
  const again = await matinee.get('/api/status', { 'if-none-match': String(first.headers.etag) });
  expect(again).toMatchObject({ status: 304, body: '' });
});

test('passes Zoom’s own list on, with our addresses in place of Zoom’s', async () => {
  const { body, status } = await matinee.get('/api/recordings?from=2026-03-01&to=2026-03-31&page_size=10');
  expect(status).toBe(200);
  const files = body.sessions[0].recording_files;
  expect(files[0].content_url).toMatch(/^\/api\/files\/[^/]+\/content$/);
  expect(JSON.stringify(body)).not.toContain('/rec/download/');
  const bytes = await request(`${matinee.url}${files[0].content_url}`, { headers: { range: 'bytes=0-9' } });
  expect(bytes.statusCode).toBe(206);
  await bytes.body.dump();
});

test('reads windows again when asked to, and says so with 202', async () => {
  const { status, body } = await matinee.post('/api/refresh', { from: '2026-03-01', to: '2026-03-31' });
  expect({ status, from: body.windows[0].from }).toEqual({ status: 202, from: '2026-03-01' });
  expect((await matinee.post('/api/refresh', { trash: 'recording_file' })).status).toBe(202);
});

test('pauses the reading of the past and lets it go on, and tells listeners', async () => {
  const { body } = await request(`${matinee.url}/api/events`);
  let text = '';
  body.on('data', (chunk) => (text += chunk));
  body.on('error', () => {});
  await until(() => text.includes('event: status'));
  const paused = await matinee.post('/api/history', { action: 'pause' });
  expect(paused).toMatchObject({ status: 200, body: { state: 'paused', month: null, since: null } });
  await until(() => text.includes('event: history\ndata: {'));
  expect((await matinee.get('/api/history')).body).toEqual(paused.body);
  expect((await matinee.post('/api/history', { action: 'resume' })).body.state).toBe('reading');
  expect((await matinee.post('/api/history', { action: 'forget' })).status).toBe(400);
  body.destroy();
});

test('is alive', async () => {
  expect((await matinee.get('/healthz')).body).toEqual({ ok: true });
});

const badQueries: [string, string[]][] = [
  ['/api/sessions?limit=0', ['/limit']],
  ['/api/sessions?limit=10&limit=20', ['/limit']],
  ['/api/sessions?limit=1e2', ['/limit']],
  ['/api/sessions?limit=0x10', ['/limit']],
  ['/api/sessions?limit=%205', ['/limit']],
  ['/api/sessions?limit=', ['/limit']],
  ['/api/sessions?limit=99999999999999999999', ['/limit']],
  ['/api/sessions?minBytes=-1', ['/minBytes']],
  ['/api/sessions?page=2&size=3', ['/page', '/size']],
  ['/api/sessions?from=2026-02-30&to=2026-03-01', ['/from']],
  ['/api/sessions?from=2026-03-02&to=2026-03-01', ['/from']],
  ['/api/sessions?month=2026-13', ['/month']],
  ['/api/sessions?kind=video,cinema', ['/kind/1']],
  ['/api/sessions?sort=colour', ['/sort']],
  ['/api/sessions?trash=yes', ['/trash']],
  ['/api/sessions?cursor=nonsense', ['/cursor']],
  ['/api/sessions?__proto__=1', ['/__proto__']],
  ['/api/recordings?page_size=301', ['/page_size']],
  ['/api/recordings?download_url=https://evil.example/', ['/download_url']],
  ['/api/status?x=1', ['/x']],
  ['/api/months?month=2026-03', ['/month']],
  ['/api/trash/months', ['/trash']],
  ['/api/trash/months?trash=yes', ['/trash']],
  ['/api/windows?month=2026-03', ['/month']],
  ['/api/history?x=1', ['/x']],
  ['/api/events?x=1', ['/x']],
  ['/api/files/x/content?download=yes', ['/download']],
  ['/api/files/x/content?url=https://evil.example/', ['/url']],
  [`/api/sessions/${toSessionId(sampleZoomId)}?x=1`, ['/x']],
];

test.each(badQueries)('refuses %s and points at what is wrong', async (path, pointers) => {
  const { status, body } = await matinee.get(path);
  expect({ status, type: body.type }).toEqual({ status: 400, type: '/problems/invalid-request' });
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
});

test.each([
  ['limit=0', '“limit” must be a whole number from 1 to 300.'],
  ['limit=x', '“limit” must be a whole number from 1 to 300.'],
  ['maxMinutes=1.5', '“maxMinutes” must be a whole number from 0 up.'],
  ['from=2026-02-30&to=2026-03-01', '“from” must be a date such as 2026-03-31.'],
  ['from=2026-02-29&to=x', '“from” must be a date such as 2026-03-31 (and 1 more).'],
  ['from=2026-03-02&to=2026-03-01', '“from” must not be after to.'],
  ['month=2026-13', '“month” must be a month like 2026-11.'],
  [
    'sort=colour',
    '“sort” must be one of start, size, duration, name, files, purge, with or without a - before it.',
  ],
  ['trash=yes', '“trash” must be one of session_recordings, recording_file.'],
  [`q=${'x'.repeat(5001)}`, '“q” must be at most 5000 characters long.'],
  ['page=2', '“page” is not a known name.'],
  ['limit=1&limit=2', '“limit” is given twice.'],
  ['cursor=nonsense', '“cursor” is not a cursor of this list.'],
])('says of %s in a sentence what is wrong', async (query, sentence) => {
  const { body } = await matinee.get(`/api/sessions?${query}`);
  expect(body).toMatchObject({ title: 'The request was not understood', detail: sentence });
});

test('answers who asks for a file that is not there with nothing, never with a page', async () => {
  for (const path of ['/.env', '/package.json', '/server/dist/main.js', '/app.js.map', '/s/abc.html']) {
    expect(await matinee.get(path)).toMatchObject({ status: 404, body: { type: '/problems/not-found' } });
  }
});

test.each([
  [{}, ['/trash']],
  [{ trash: 'bin' }, ['/trash']],
  [{ from: '2026-03-02', to: '2026-03-01' }, ['/from']],
  [{ trash: 'recording_file', all: true }, ['/all']],
  [[], ['']],
  ['text', ['']],
])('refuses to refresh %j', async (body, pointers) => {
  const answer = await matinee.post('/api/refresh', body);
  expect(answer.status).toBe(400);
  if (typeof body === 'object' && !Array.isArray(body)) {
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(pointers);
  }
});

test('sends the status first, then what changes, and a heartbeat’s retry', async () => {
  const { body, headers } = await request(`${matinee.url}/api/events`);
  let text = '';
  body.on('data', (chunk) => (text += chunk));
  body.on('error', () => {});
  await until(() => text.includes('event: status'));
  expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
  expect(text).toMatch(/^retry: 3000\n\nevent: status\ndata: \{"version"/);
  await matinee.post('/api/refresh', { trash: 'session_recordings' });
  await until(() => text.includes('event: window'));
  body.destroy();
});
