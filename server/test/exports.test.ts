import { connect } from 'node:net';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulatedFile, simulatedSession } from '../src/simulator/account.ts';
import { volumeAccount } from '../src/simulator/volume-account.ts';
import { readAnswer } from './read-answer.ts';
import { sampleSessions, sampleZoomId, toSessionId } from './sample-sessions.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';
import { until } from './until.ts';

let matinee: TestMatinee;
const content = { kind: 'synthetic', seed: 1, sizeBytes: 1000 } as const;

beforeAll(async () => {
  const hostile = simulatedSession({
    session_id: 'hostile==',
    session_name: '=HYPERLINK("http://x","y")',
    start_time: '2026-03-20T10:00:00Z',
    participant_video_files: [
      {
        ...simulatedFile({ id: 'participant-file-0001', recording_type: 'individual_user', content }),
        file_name: '+Ada, “the” @counsellor',
        user_key: '-17',
      },
    ],
  });
  const many = volumeAccount({ sessions: 2500, month: '2026-02', filesPerSession: 2 }).sessions;
  matinee = await startTestMatinee({
    sessions: [...sampleSessions(), hostile, ...many],
    simulator: { rates: 'unlimited' },
  });
  for (const month of ['2026-03', '2026-02']) {
    await until(
      async () => (await matinee.get(`/api/sessions?month=${month}`)).body.windows[0].state === 'complete',
      20_000,
    );
  }
}, 60_000);
afterAll(() => matinee.stop());

/** undici has taken the byte order mark off. */
const lines = (csv: string) => csv.split('\r\n').slice(0, -1);

test('writes a month as a table that spreadsheets read and do not evaluate (E1, V-30)', async () => {
  const { status, headers, body } = await matinee.get('/api/export?format=csv&month=2026-03');
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="matinee recordings 2026-03.csv"',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  const [heading, first, second, ...rest] = lines(body);
  expect(heading).toBe(
    'Session,Start (UTC),Duration (minutes),Size (bytes),Files,Kinds of files,Participants,Session key,Zoom session ID,Session ID,State,Trashed (UTC),Deleted for good (UTC)',
  );
  const hostileId = toSessionId('hostile==');
  expect(first).toBe(
    `"'=HYPERLINK(""http://x"",""y"")",2026-03-20 10:00:00,23,1000,1,video,"'+Ada, “the” @counsellor",,hostile==,${hostileId},live,,`,
  );
  expect(second).toMatch(/^orchid-triage-0412,2026-03-04 14:05:11,/);
  expect(rest).toEqual([]);
});

test('leaves cells as they are when asked to', async () => {
  const { body } = await matinee.get('/api/export?format=csv&month=2026-03&raw=1');
  expect(lines(body)[1]).toMatch(/^"=HYPERLINK\(""http/);
});

test('writes files with their sessions, and no address of Zoom', async () => {
  const csv = await matinee.get('/api/export?format=csv&rows=files&month=2026-03');
  expect(csv.headers['content-disposition']).toBe('attachment; filename="matinee files 2026-03.csv"');
  expect(lines(csv.body)).toHaveLength(1 + 1 + 4);
  expect(lines(csv.body)[1]).toContain(`,"'+Ada, “the” @counsellor",'-17,`);
  const json = await matinee.get('/api/export?format=json&rows=files&month=2026-03');
  for (const text of [csv.body, JSON.stringify(json.body)]) {
    expect(text).not.toMatch(/\/rec\/|download_url|127\.0\.0\.1|s3:/);
  }
});

test('writes JSON whose texts are as they are', async () => {
  const { headers, body } = await matinee.get('/api/export?format=json&month=2026-03');
  expect(headers['content-disposition']).toBe('attachment; filename="matinee recordings 2026-03.json"');
  expect(body).toHaveLength(2);
  expect(body[0]).toMatchObject({
    name: '=HYPERLINK("http://x","y")',
    startTime: '2026-03-20T10:00:00.000Z',
    kinds: ['video'],
    participants: ['+Ada, “the” @counsellor'],
    trashedAt: null,
  });
  expect((await matinee.get('/api/export?format=json&month=2025-01')).body).toEqual([]);
});

test('writes exactly what the list shows: filter and order', async () => {
  const query = 'from=2026-02-01&to=2026-03-31&q=volume-0012&sort=name';
  const listed = await matinee.get(`/api/sessions?${query}&limit=300`);
  const exported = await matinee.get(`/api/export?format=json&${query}`);
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  expect(listed.body.totals.sessions).toBe(100);
  expect(ids(exported.body)).toEqual(ids(listed.body.sessions));
  const everything = await matinee.get('/api/export?format=json&from=2026-02-01&to=2026-03-31&sort=-size');
  expect(new Set(ids(everything.body)).size).toBe(2502);
  const sizes = everything.body.map(({ sizeBytes }: { sizeBytes: number }) => sizeBytes);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
});

test('exports what was chosen, and says how much that is', async () => {
  const ids = [toSessionId(sampleZoomId), toSessionId('hostile=='), toSessionId('unknown'), 'no/id', ''];
  expect((await matinee.post('/api/selections', { ids })).status).toBe(400);
  const chosen = await matinee.post('/api/selections', { ids: ids.slice(0, 4) });
  expect(chosen).toMatchObject({ status: 201, body: { sessions: 2 } });
  const { body, headers } = await matinee.get(`/api/export?format=json&selection=${chosen.body.id}`);
  expect(body.map(({ zoomId }: { zoomId: string }) => zoomId)).toEqual(['hostile==', sampleZoomId]);
  expect(chosen.body.bytes).toBe(body[0].sizeBytes + body[1].sizeBytes);
  expect(headers['content-disposition']).toMatch(/"matinee recordings selection \d{4}-\d\d-\d\d\.json"/);
  const gone = await matinee.get('/api/export?format=csv&selection=forgotten');
  expect(gone).toMatchObject({ status: 404, body: { type: '/problems/not-found' } });
  expect(gone.headers).not.toHaveProperty('content-disposition');
});

test('takes ten thousand chosen sessions, and not one more', async () => {
  const { sessions } = (await matinee.get('/api/sessions?month=2026-02&limit=300')).body;
  const known = sessions.map(({ id }: { id: string }) => id);
  const ids = [...known, ...Array.from({ length: 9700 }, (_, index) => toSessionId(`unknown ${index}`))];
  expect((await matinee.post('/api/selections', { ids })).body).toMatchObject({ sessions: 300 });
  const refused = await matinee.post('/api/selections', { ids: [...ids, 'x'] });
  expect(refused).toMatchObject({ status: 400, body: { type: '/problems/invalid-request' } });
  const large = await matinee.post('/api/selections', { ids: ['x'.repeat(3_000_000)] });
  expect(large).toMatchObject({ status: 413, body: { detail: expect.stringContaining('2200 KiB') } });
}, 20_000);

test.each([
  ['?format=xlsx', ['/format']],
  ['', ['/format']],
  ['?format=csv&rows=people', ['/rows']],
  ['?format=csv&raw=yes', ['/raw']],
  ['?format=csv&limit=5', ['/limit']],
  ['?format=csv&cursor=x', ['/cursor']],
  ['?format=csv&from=2026-03-01', ['/to']],
])('refuses %s', async (query, pointers) => {
  const { status, body } = await matinee.get(`/api/export${query}`);
  expect(status).toBe(400);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
});

test('tells of an export without writing it', async () => {
  const { statusCode, headers, body } = await request(`${matinee.url}/api/export?format=csv&month=2026-02`, {
    method: 'HEAD',
  });
  expect({ statusCode, text: await body.text() }).toEqual({ statusCode: 200, text: '' });
  expect(headers['content-disposition']).toContain('matinee recordings 2026-02.csv');
});

test('ends in order for an old reader too', async () => {
  const path = '/api/export?format=csv&month=2026-02';
  const answer = await readAnswer({ port: matinee.port, path, version: '1.0' });
  expect(answer).toMatchObject({ status: 200, isClean: true });
  expect(answer.body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(answer.body.toString('utf8').split('\r\n')).toHaveLength(2502);
});

test('stops work when the reader leaves, and has room for others then', async () => {
  const leave = Array.from({ length: 4 }, () => openStalled());
  await until(async () => (await matinee.get('/api/export?format=csv&month=2026-03')).status === 503);
  const refused = await matinee.get('/api/export?format=csv&month=2026-03');
  expect(refused).toMatchObject({ status: 503, body: { type: '/problems/too-many-streams' } });
  for (const socket of leave) socket.destroy();
  await until(async () => (await matinee.get('/api/export?format=csv&month=2026-03')).status === 200);
});

/** Asks for more than sockets hold between them, and takes nothing of it. */
function openStalled() {
  const socket = connect({ port: matinee.port, host: '127.0.0.1' });
  socket.on('error', () => {});
  socket.pause();
  const path = '/api/export?format=json&rows=files&from=2026-02-01&to=2026-03-31';
  socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${matinee.port}\r\n\r\n`);
  return socket;
}
