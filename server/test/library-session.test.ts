import { afterEach, beforeEach, expect, test } from 'vitest';
import { Session } from '../src/contract/index.ts';
import { FileNotFound, SessionNotFound } from '../src/library/errors.ts';
import { createAccount, simulatedFile, simulatedSession } from '../src/simulator/account.ts';
import { listSettled, startLibrary, type TestLibrary } from './start-library.ts';

const zoomIds = ['K6DoTC6/wqNUGyWaws+5XA==', '/l6Cloq19ct9N2gyE932kQ==', '0P+oGg0bNT//bZqakx5sGQ=='];

function exampleSession(zoomId: string, month: string) {
  return simulatedSession({
    session_id: zoomId,
    start_time: `${month}-10T09:00:00Z`,
    recording_files: [
      simulatedFile({
        id: `file-of-${zoomId.slice(1, 4)}`,
        recording_type: 'gallery_view',
        content: { kind: 'synthetic', seed: 1, sizeBytes: 100 },
      }),
    ],
  });
}

let library: TestLibrary;

beforeEach(async () => {
  const [a = '', b = '', c = ''] = zoomIds;
  const sessions = [exampleSession(a, '2026-11'), exampleSession(b, '2026-11'), exampleSession(c, '2026-08')];
  library = await startLibrary({ data: createAccount(sessions) });
});
afterEach(() => library.stop());

const open = async (zoomId: string) =>
  Session.parse(await library.library.getSession(Buffer.from(zoomId).toString('base64url')));
const singleCalls = () =>
  library.zoomServer.log.filter(({ path }) => path.startsWith('/v2/videosdk/sessions/'));

test('opens a session nobody has listed yet, whatever its id is made of', async () => {
  for (const zoomId of zoomIds) expect((await open(zoomId)).zoomId).toBe(zoomId);
  expect(singleCalls()).toHaveLength(3);
});

test('asks Zoom about an id it does not know, and says not found when Zoom does not either', async () => {
  await expect(open('no such session')).rejects.toThrow(SessionNotFound);
  expect(singleCalls()).toHaveLength(1);
});

test.each(['', 'not base64!', 'YQ==', '_', 'a'.repeat(500), '%2e%2e', '_-_-8'])(
  'knows no session «%s» and asks nobody',
  async (id) => {
    await expect(library.library.getSession(id)).rejects.toThrow(SessionNotFound);
    expect(singleCalls()).toHaveLength(0);
  },
);

test('throws what Zoom throws when only Zoom could know', async () => {
  library.zoomServer.faults.add('api-session', { kind: 'status', status: 500 });
  await expect(open(zoomIds[0] ?? '')).rejects.toMatchObject({ name: 'ZoomHttpError', status: 500 });
});

test('reads a session of this month again after a minute, an old one after a day', async () => {
  for (const zoomId of [zoomIds[0] ?? '', zoomIds[2] ?? '']) await open(zoomId);
  for (const zoomId of [zoomIds[0] ?? '', zoomIds[2] ?? '']) await open(zoomId);
  expect(singleCalls()).toHaveLength(2);
  library.clock.nowMs += 61_000;
  await open(zoomIds[2] ?? '');
  expect(singleCalls()).toHaveLength(2);
  const told = nextSession();
  renameFirst('another name');
  expect((await open(zoomIds[0] ?? '')).name).toBe('orchid-triage-0412');
  expect((await told).name).toBe('another name');
  expect(singleCalls()).toHaveLength(3);
});

test('answers a listed session from the catalog while Zoom fails, and keeps its row when Zoom denies it', async () => {
  await listSettled(library);
  const broken = library.zoomServer.faults.add('api-session', {
    kind: 'status',
    status: 404,
    body: { code: 3301 },
  });
  expect((await open(zoomIds[0] ?? '')).files).toHaveLength(1);
  expect((await open(zoomIds[0] ?? '')).files).toHaveLength(1);
  expect(broken.hits()).toBe(1);
  expect((await listSettled(library)).totals.sessions).toBe(2);
});

test('makes one call for many who open the same session or need its addresses', async () => {
  await Promise.all([...Array(20)].map(() => open(zoomIds[0] ?? '')));
  expect(singleCalls()).toHaveLength(1);
  await Promise.all([...Array(20)].map(() => library.library.askAddresses(zoomIds[0] ?? '')));
  expect(singleCalls()).toHaveLength(2);
});

test('tells every answer’s download addresses by file, and keeps none', async () => {
  const page = await listSettled(library);
  const files = page.sessions.flatMap((session) => session.files);
  expect(files.map(({ id }) => library.addresses.has(id))).toEqual([true, true]);
  const before = library.addresses.get(files[0]?.id ?? '');
  await library.library.askAddresses(page.sessions[0]?.zoomId ?? '');
  expect(library.addresses.get(files[0]?.id ?? '')).not.toBe(before);
});

test('finds a file with what it is named after, and says not found for others', async () => {
  const page = await listSettled(library);
  const [session] = page.sessions;
  const file = session?.files[0];
  expect(await library.library.findFile(file?.id ?? '')).toEqual({
    file,
    session: { zoomId: session?.zoomId, name: session?.name, startTime: session?.startTime },
  });
  for (const id of ['', 'nothing', '../../etc/passwd', '__proto__', 'x\u0000y']) {
    await expect(library.library.findFile(id)).rejects.toThrow(FileNotFound);
  }
});

test('refuses an answer about another session than the one that was asked for', async () => {
  const body = { session_id: 'another', recording_files: [] };
  library.zoomServer.faults.add('api-session', { kind: 'wrong-shape', body });
  await expect(open(zoomIds[0] ?? '')).rejects.toMatchObject({ name: 'ZoomShapeError' });
  expect(library.catalog.counts().sessions).toBe(0);
});

function renameFirst(name: string): void {
  const session = library.zoomServer.account.sessions.find(({ session_id }) => session_id === zoomIds[0]);
  if (session) session.session_name = name;
}

function nextSession(): Promise<Session> {
  return new Promise((resolve) => {
    library.library.subscribe((event) => {
      if (event.name === 'session') resolve(event.data);
    });
  });
}
