import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount, simulatedFile, simulatedSession } from '../src/simulator/account.ts';
import { list, listSettled, startLibrary, type TestLibrary } from './start-library.ts';

const bytes = (sizeBytes: number) => ({ kind: 'synthetic' as const, seed: 1, sizeBytes });
const start = '2026-11-10T09:00:00Z';

function exampleSession(id: string) {
  return simulatedSession({
    session_id: id,
    session_name: `session ${id}`,
    start_time: start,
    recording_files: [
      simulatedFile({ id: `${id}-gallery`, recording_type: 'gallery_view', content: bytes(100) }),
      simulatedFile({ id: `${id}-audio`, recording_type: 'audio_only', content: bytes(10) }),
    ],
    participant_audio_files: [
      simulatedFile({ id: `${id}-ada`, recording_type: '', file_name: 'Ada Moreau', content: bytes(1) }),
    ],
  });
}

let library: TestLibrary;

beforeEach(async () => {
  library = await startLibrary({ data: createAccount(['a', 'b', 'c'].map(exampleSession)) });
});
afterEach(() => library.stop());

const month = () => refreshed({ from: '2026-11-01', to: '2026-11-30' }, {});
const trash = (type: 'session_recordings' | 'recording_file') => refreshed({ trash: type }, { trash: type });

async function refreshed(
  request: Parameters<TestLibrary['library']['refresh']>[0],
  query: Parameters<typeof list>[1],
) {
  await library.library.refresh(request);
  return listSettled(library, query);
}

function simulated(id: string) {
  const session = library.zoomServer.account.sessions.find((candidate) => candidate.session_id === id);
  const file = session?.recording_files?.[0];
  if (!session || !file) throw new Error(`no session ${id}`);
  return { session, file };
}

test('a session trashed whole leaves its month for the trash, with its times, and comes back when recovered', async () => {
  await month();
  const { session } = simulated('a');
  session.trashed_at = '2026-11-20T10:00:00Z';
  const trashed = await trash('session_recordings');
  expect(trashed.sessions).toMatchObject([
    {
      zoomId: 'a',
      state: 'trashed',
      trashedAt: '2026-11-20T10:00:00.000Z',
      purgeAt: '2026-12-20T10:00:00.000Z',
      fileCount: trashed.sessions[0]?.files.length,
    },
  ]);
  expect(trashed.sessions[0]?.files.every(({ trashedAt }) => trashedAt === '2026-11-20T10:00:00.000Z')).toBe(
    true,
  );
  expect(trashed.windows).toMatchObject([
    { trash: 'session_recordings', from: null, state: 'complete', records: 1 },
  ]);
  expect((await list(library)).sessions.map(({ zoomId }) => zoomId).sort()).toEqual(['b', 'c']);

  delete session.trashed_at;
  expect((await trash('session_recordings')).sessions).toEqual([]);
  // Whatever leaves the trash may be back in its month: looking there reads it again, fresh or not.
  const back = await listSettled(library);
  expect(back.sessions.map(({ zoomId }) => zoomId).sort()).toEqual(['a', 'b', 'c']);
  expect(back.sessions.every(({ state, trashedAt }) => state === 'live' && trashedAt === null)).toBe(true);
});

test('a file trashed by itself stays with its live session, marked, and is counted by the trash alone', async () => {
  await month();
  simulated('a').file.deleted_time = '2026-11-21T10:00:00Z';
  const trashed = await trash('recording_file');
  expect(trashed.totals).toMatchObject({ sessions: 1, files: 1, bytes: 100 });
  expect(trashed.sessions).toMatchObject([
    {
      zoomId: 'a',
      state: 'live',
      trashedAt: null,
      fileCount: 1,
      sizeBytes: 100,
      files: [{ id: 'a-gallery' }],
    },
  ]);
  const live = await month();
  expect(live.totals).toMatchObject({ sessions: 3, files: 5, bytes: 230 });
  const session = live.sessions.find(({ zoomId }) => zoomId === 'a');
  expect(session).toMatchObject({ state: 'live', fileCount: 1, sizeBytes: 10 });
  expect(session?.files.map(({ id, purgeAt }) => [id, purgeAt]).sort()).toEqual([
    ['a-audio', null],
    ['a-gallery', '2026-12-21T10:00:00.000Z'],
  ]);

  delete simulated('a').file.deleted_time;
  expect((await month()).sessions.find(({ zoomId }) => zoomId === 'a')?.fileCount).toBe(2);
  expect((await trash('recording_file')).sessions).toEqual([]);
  expect((await list(library)).totals).toMatchObject({ files: 6, bytes: 330 });
});

test('a session whose every file is trashed by itself is in no month, and its page still opens', async () => {
  await month();
  const { session } = simulated('b');
  for (const file of session.recording_files ?? []) if (file) file.deleted_time = '2026-11-21T10:00:00Z';
  const [trashed] = (await trash('recording_file')).sessions;
  expect(trashed?.files).toHaveLength(2);
  expect((await library.library.getSession(trashed?.id ?? '')).zoomId).toBe('b');
});

test('what Zoom purges goes from the trash and from the catalog', async () => {
  simulated('c').session.trashed_at = '2026-11-20T10:00:00Z';
  const [session] = (await trash('session_recordings')).sessions;
  library.zoomServer.account.sessions.pop();
  expect((await trash('session_recordings')).sessions).toEqual([]);
  await expect(library.library.findFile(session?.files[0]?.id ?? '')).rejects.toThrow('no such file');
});

test('rows of the trash without type and address are shown with what was known of them', async () => {
  await month();
  library.zoomServer.faults.switches.bareTrash = true;
  simulated('a').session.trashed_at = '2026-11-20T10:00:00Z';
  simulated('b').file.deleted_time = '2026-11-20T10:00:00Z';
  const [whole] = (await trash('session_recordings')).sessions;
  expect(whole?.files[0]).toMatchObject({ fileType: 'MP4', kind: 'video', state: 'unavailable' });
  const [part] = (await trash('recording_file')).sessions;
  expect(part?.files[0]).toMatchObject({ fileType: 'MP4', state: 'unavailable' });
});

test('a trash never seen alive is listed, searched and sorted by what goes first', async () => {
  simulated('a').session.trashed_at = '2026-11-20T10:00:00Z';
  simulated('b').session.trashed_at = '2026-11-02T10:00:00Z';
  simulated('c').session.trashed_at = '2026-11-11T10:00:00Z';
  const first = await trash('session_recordings');
  expect(first.sessions.map(({ zoomId }) => zoomId)).toEqual(['b', 'c', 'a']);
  const found = await list(library, { trash: 'session_recordings', q: 'SESSION A' });
  expect(found).toMatchObject({ sessions: [{ zoomId: 'a' }], totals: { sessions: 1 } });
  const none = await list(library, { trash: 'session_recordings', from: '2026-10-01', to: '2026-10-31' });
  expect(none).toMatchObject({ sessions: [], totals: { sessions: 0 } });
});

test('a trash is told apart by the months of its recordings, and each lists as many as it was said to hold', async () => {
  simulated('a').session.start_time = '2026-09-30T23:59:59Z';
  simulated('b').session.start_time = '2026-10-01T00:00:00Z';
  for (const id of ['a', 'b', 'c']) simulated(id).session.trashed_at = '2026-11-20T10:00:00Z';
  await trash('session_recordings');
  const months = await library.library.listTrashMonths('session_recordings');
  expect(months).toEqual([
    { month: '2026-11', sessions: 1 },
    { month: '2026-10', sessions: 1 },
    { month: '2026-09', sessions: 1 },
  ]);
  const september = await list(library, { trash: 'session_recordings', month: '2026-09' });
  expect(september).toMatchObject({ sessions: [{ zoomId: 'a' }], totals: { sessions: 1 } });
  expect(await library.library.listTrashMonths('recording_file')).toEqual([]);

  for (const id of ['a', 'b', 'c']) delete simulated(id).session.trashed_at;
  simulated('b').file.deleted_time = '2026-11-21T10:00:00Z';
  for (const type of ['session_recordings', 'recording_file'] as const) await trash(type);
  expect(await library.library.listTrashMonths('session_recordings')).toEqual([]);
  const files = await library.library.listTrashMonths('recording_file');
  expect(files).toEqual([{ month: '2026-10', sessions: 1 }]);
  const none = await list(library, { trash: 'recording_file', month: '2026-11' });
  expect(none).toMatchObject({ sessions: [], totals: { sessions: 0 } });
});

test('a pass keeps participant audio, which only the single-session call knows', async () => {
  const [listed] = (await month()).sessions;
  if (!listed) throw new Error('no session');
  expect(listed.files.map(({ kind }) => kind)).not.toContain('other');
  const opened = await library.library.getSession(listed.id);
  expect(opened.files).toHaveLength(3);
  expect(opened.files.at(-1)).toMatchObject({ kind: 'audio', label: 'Ada Moreau — audio' });
  const after = (await month()).sessions.find(({ id }) => id === listed.id);
  expect(after?.files).toHaveLength(3);
});
