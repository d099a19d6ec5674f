import { request } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { Change } from '../src/contract/index.ts';
import { readAll, someSessions, startChanges, targetsOf } from './start-changes.ts';
import { until } from './until.ts';

type Started = Awaited<ReturnType<typeof startChanges>>;
const running: Started[] = [];
const start = async (...options: Parameters<typeof startChanges>) => {
  const started = await startChanges(...options);
  running.push(started);
  return started;
};
afterEach(async () => {
  for (const started of running.splice(0)) await started.stop();
});

test('moves sessions to the trash at once, and an undo brings them back', async () => {
  const matinee = await start({ sessions: someSessions(4) });
  const { change, items } = await matinee.change({ action: 'trash', items: targetsOf(0, 1, 2) });
  expect(change).toMatchObject({ action: 'trash', state: 'done', files: 6, sizeBytes: 6000, undoes: null });
  expect(change.counts).toEqual({ total: 3, queued: 0, done: 3, failed: 0, unknown: 0, cancelled: 0 });
  expect(items.map(({ name, state }) => [name, state])).toEqual([
    ['lesson 0', 'done'],
    ['lesson 1', 'done'],
    ['lesson 2', 'done'],
  ]);
  expect(items[0]?.trackingId).toMatch(/^v=2\.0/);
  expect(await matinee.names('live')).toEqual(['lesson 3']);
  expect(await matinee.names('session_recordings')).toEqual(['lesson 0', 'lesson 1', 'lesson 2']);
  const undone = await matinee.change({ action: 'restore', undo: change.id });
  expect(undone.change).toMatchObject({ undoes: change.id, counts: { total: 3, done: 3 } });
  expect(await matinee.names('live')).toHaveLength(4);
  expect(matinee.calls().sort()).toEqual([
    ...[0, 1, 2].map((n) => `DELETE zoom-${n} trash 204`),
    ...[0, 1, 2].map((n) => `PUT zoom-${n} recover 204`),
  ]);
});

test('the lists say the same when Zoom is asked anew', async () => {
  const matinee = await start({ sessions: someSessions(4) });
  const [first] = targetsOf(1);
  await matinee.change({ action: 'trash', items: [...targetsOf(0), { ...first, fileId: 'zoom-1-a' }] });
  const lists = async () => [
    await matinee.names('live'),
    await matinee.names('session_recordings'),
    await matinee.names('recording_file'),
  ];
  const before = await lists();
  expect(before).toEqual([['lesson 1', 'lesson 2', 'lesson 3'], ['lesson 0'], ['lesson 1']]);
  await readAll(matinee);
  expect(await lists()).toEqual(before);
});

test('open pages are told of every step, of what moved, and of what is gone', async () => {
  const matinee = await start({ sessions: someSessions(2) });
  const stream = await request(`${matinee.url}/api/events`);
  let told = '';
  stream.body.on('data', (text) => {
    told += text;
  });
  stream.body.on('error', () => {});
  const { change } = await matinee.change({ action: 'trash', items: targetsOf(0) });
  const preview = (await matinee.post('/api/previews', { items: targetsOf(0) })).body;
  await matinee.change({
    action: 'delete',
    items: targetsOf(0),
    preview: { id: preview.id, typed: 'delete 1' },
  });
  const events = () =>
    told.split('\n\n').flatMap((block) => {
      const [, name, data] = /^event: (\S+)\ndata: (.*)$/.exec(block) ?? [];
      return name && data ? [{ name, data: JSON.parse(data) }] : [];
    });
  const has = (name: string, part: object) =>
    events().some(
      (event) =>
        event.name === name && Object.entries(part).every(([key, value]) => event.data[key] === value),
    );
  await until(() => has('change', { id: change.id, state: 'done' }));
  await until(() => has('session', { name: 'lesson 0', state: 'trashed' }));
  await until(() => has('gone', { id: targetsOf(0)[0]?.sessionId }));
  await until(() => has('window', { trash: 'session_recordings', records: 0 }));
  for (const { name, data } of events()) if (name === 'change') Change.parse(data);
  stream.body.destroy();
});

test('a single file goes to the trash, and comes back', async () => {
  const matinee = await start({ sessions: someSessions(1) });
  const [session] = targetsOf(0);
  const file = { ...session, fileId: 'zoom-0-b' };
  await matinee.change({ action: 'trash', items: [file] });
  expect(await matinee.names('recording_file')).toEqual(['lesson 0']);
  expect((await matinee.get(`/api/sessions/${session?.sessionId}`)).body.fileCount).toBe(1);
  const { items } = await matinee.change({ action: 'restore', items: [file] });
  expect(items[0]).toMatchObject({ state: 'done', label: 'Gallery view' });
  expect(await matinee.names('recording_file')).toEqual([]);
  expect((await matinee.get(`/api/sessions/${session?.sessionId}`)).body.fileCount).toBe(2);
});

test('deletes for good what a preview names and typed words confirm', async () => {
  const matinee = await start({ sessions: someSessions(3) });
  await matinee.change({ action: 'trash', items: targetsOf(0, 1) });
  const asked = await matinee.post('/api/previews', { items: targetsOf(0, 1, 2) });
  expect(asked.status).toBe(201);
  expect(asked.body).toMatchObject({ typed: 'delete 2', items: targetsOf(0, 1), files: 4, externalFiles: 0 });
  expect(asked.body.refused).toMatchObject([{ problem: { type: '/problems/recording-not-in-trash' } }]);
  const preview = { id: asked.body.id, typed: 'delete 2' };
  const { change } = await matinee.change({ action: 'delete', items: targetsOf(1, 0), preview });
  expect(change.counts).toMatchObject({ done: 2, total: 2 });
  expect(await matinee.names('session_recordings')).toEqual([]);
  expect(matinee.simulator.account.sessions.map(({ session_id }) => session_id)).toEqual(['zoom-2']);
  expect(matinee.calls().filter((call) => call.includes('delete'))).toHaveLength(2);
});

test('what lies in the owner’s bucket is told apart', async () => {
  const [session] = someSessions(1);
  const [one, two] = session?.recording_files ?? [];
  if (!session || !one || !two) throw new Error('the sample has two files');
  const bucket = { ...two, download_url: null, external_storage_url: 's3://bucket/b.mp4' };
  const matinee = await start({ sessions: [{ ...session, recording_files: [one, bucket] }] });
  const { change, items } = await matinee.change({ action: 'trash', items: targetsOf(0) });
  expect(change).toMatchObject({ files: 2, externalFiles: 1 });
  expect(items[0]).toMatchObject({ externalFiles: 1 });
  const { body } = await matinee.post('/api/previews', { items: targetsOf(0) });
  expect(body).toMatchObject({ files: 2, externalFiles: 1 });
});

test('with changes off nothing can be asked for, and everything can be read', async () => {
  const matinee = await start({ sessions: someSessions(1), settings: { MATINEE_ALLOW_CHANGES: '0' } });
  const off = { status: 403, body: { type: '/problems/changes-off' } };
  expect(await matinee.submit({ action: 'trash', items: targetsOf(0) })).toMatchObject(off);
  expect(await matinee.post('/api/previews', { items: targetsOf(0) })).toMatchObject(off);
  expect(await matinee.post('/api/changes/none/steer', { action: 'pause' })).toMatchObject(off);
  expect((await matinee.get('/api/changes')).body).toEqual({ changes: [] });
  expect((await matinee.get('/api/audit')).body.entries).toEqual([]);
  expect(matinee.calls()).toEqual([]);
});

test.each([
  ['nothing', { action: 'trash', items: [] }],
  ['something twice', { action: 'trash', items: [...targetsOf(0), ...targetsOf(0)] }],
  [
    'a file of a named session',
    { action: 'trash', items: [...targetsOf(0), { ...targetsOf(0)[0], fileId: 'x' }] },
  ],
  ['a deletion without a preview', { action: 'delete', items: targetsOf(0) }],
  ['an unknown word', { action: 'burn', items: targetsOf(0) }],
])('refuses %s', async (_what, body) => {
  const matinee = await start();
  expect(await matinee.submit(body)).toMatchObject({
    status: 400,
    body: { type: '/problems/invalid-request' },
  });
  const { status } = await matinee.post('/api/changes', { action: 'trash', items: targetsOf(0) });
  expect(status).toBe(400);
});
