import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fault } from '../src/simulator/fault.ts';
import { volumeAccount } from '../src/simulator/volume-account.ts';
import { list, listAll, listSettled, startLibrary, type TestLibrary } from './start-library.ts';

let library: TestLibrary;

beforeEach(async () => {
  const data = volumeAccount({ sessions: 650, month: '2026-11', filesPerSession: 1 });
  library = await startLibrary({ data });
});
afterEach(() => library.stop());

async function reread() {
  await library.library.refresh({ from: '2026-11-01', to: '2026-11-30' });
  return listSettled(library);
}

const ids = async () => (await listAll(library)).map(({ zoomId }) => zoomId);
const envelope = { from: '2026-11-01', to: '2026-11-30', page_size: 300, next_page_token: '' };

const BROKEN: [string, Fault, string][] = [
  ['a page of HTML', { kind: 'html' }, '/problems/zoom-unexpected-answer'],
  ['JSON cut short', { kind: 'malformed-json' }, '/problems/zoom-unexpected-answer'],
  ['nothing at all', { kind: 'empty-body' }, '/problems/zoom-unexpected-answer'],
  ['another shape', { kind: 'wrong-shape' }, '/problems/zoom-unexpected-answer'],
  ['a 500', { kind: 'status', status: 500 }, '/problems/zoom-unavailable'],
  ['a reset', { kind: 'refuse' }, '/problems/zoom-unavailable'],
  ['a refusal inside a 200', { kind: 'permission-denied' }, ''],
  ['a refused key', { kind: 'unauthorized' }, '/problems/zoom-credentials-refused'],
];

test.each(BROKEN)(
  'keeps every row when the second page is %s, and says what broke (C4, V-06)',
  async (_, fault, type) => {
    await listSettled(library);
    const before = await ids();
    library.zoomServer.account.sessions.splice(0, 100);
    library.zoomServer.faults.add('api-list', fault, { when: ({ query }) => Boolean(query.next_page_token) });
    const settled = await reread();
    expect(settled.windows).toMatchObject([{ state: 'failed', records: 650, reportedTotal: 650 }]);
    expect(settled.windows[0]?.problem?.type).toContain(type);
    expect(settled.windows[0]?.syncedAt).toBe(new Date(library.clock.nowMs).toISOString());
    expect(await ids()).toEqual(before);
  },
);

test('answers at once with what it has and the reason when the very first reading breaks', async () => {
  library.zoomServer.faults.add('api-list', { kind: 'html' });
  const page = await list(library);
  expect(page.sessions).toEqual([]);
  expect(page.windows).toMatchObject([
    { state: 'failed', syncedAt: null, problem: { type: '/problems/zoom-unexpected-answer' } },
  ]);
});

test.each([
  ['without a count', { ...envelope, sessions: [] }, 'partial'],
  ['with a count that is not empty', { ...envelope, total_records: 650, sessions: [] }, 'partial'],
])('removes nothing for an empty page %s (C4)', async (_, body, state) => {
  await listSettled(library);
  library.zoomServer.faults.add('api-list', { kind: 'wrong-shape', body });
  const settled = await reread();
  expect(settled.windows).toMatchObject([{ state, records: 650 }]);
});

test('hides a malformed record alone, counts it, and removes no row that it may stand for (C5)', async () => {
  const { account } = library.zoomServer;
  account.sessions.length = 20;
  await listSettled(library);
  const broken = account.sessions[7];
  if (!broken) throw new Error('no session');
  account.sessions[7] = { ...broken, session_id: '' };
  const settled = await reread();
  expect(settled.windows).toMatchObject([
    { state: 'complete', unreadable: 1, records: 20, reportedTotal: 20 },
  ]);
  account.sessions[7] = broken;
  expect((await reread()).windows).toMatchObject([{ state: 'complete', unreadable: 0, records: 20 }]);
});

test('shows records with unknown words, wrong types and missing fields beside the others (C5)', async () => {
  const { account } = library.zoomServer;
  account.sessions.length = 20;
  const [first, second, third] = account.sessions;
  if (!first || !second || !third) throw new Error('no sessions');
  first.extra = {
    session_name: 42,
    duration: 'long',
    total_size: null,
    recording_files: 'none',
    mood: ['new'],
  };
  second.recording_files = [null, ...(second.recording_files ?? [])];
  third.extra = { start_time: 'some day' };
  const settled = await listSettled(library);
  expect(settled.windows).toMatchObject([{ state: 'complete', records: 20, unreadable: 0 }]);
  const sessions = await listAll(library);
  expect(sessions).toHaveLength(20);
  const byId = new Map(sessions.map((session) => [session.zoomId, session]));
  expect(byId.get(first.session_id)).toMatchObject({ name: null, durationMinutes: null, files: [] });
  expect(byId.get(second.session_id)?.files).toHaveLength(1);
  expect(byId.get(third.session_id)).toMatchObject({ startTime: null });
});

test('keeps the files of a session whose list of files is missing from an answer', async () => {
  const [first] = library.zoomServer.account.sessions;
  if (!first) throw new Error('no session');
  await listSettled(library);
  const files = first.recording_files ?? [];
  first.recording_count = 1;
  delete first.recording_files;
  await reread();
  expect((await list(library)).sessions[0]?.files).toHaveLength(1);
  delete first.recording_count;
  first.recording_files = [...files];
  await reread();
  expect((await list(library)).sessions[0]?.files).toHaveLength(1);
});

test('tells the window again as failed and heals by itself once Zoom does, for those who look', async () => {
  await listSettled(library);
  const broken = library.zoomServer.faults.add('api-list', { kind: 'status', status: 404 });
  const failed = await reread();
  expect(failed.windows[0]?.state).toBe('failed');
  broken.remove();
  // Looking now starts nothing: the window has just failed.
  expect((await list(library)).windows[0]?.state).toBe('failed');
  library.clock.nowMs += 5001;
  expect((await listSettled(library)).windows[0]).toMatchObject({ state: 'complete' });
  expect(library.events.map(({ name, data }) => name === 'window' && data.state)).toContain('failed');
});

test('tries a failed window again without anybody asking twice (U4)', async () => {
  const broken = library.zoomServer.faults.add('api-list', { kind: 'status', status: 404 });
  await list(library);
  const calls = broken.hits();
  broken.remove();
  const healed = new Promise<void>((resolve) => {
    library.library.subscribe(({ name, data }) => {
      if (name === 'window' && data.state === 'complete') resolve();
    });
  });
  await healed;
  expect(calls).toBe(1);
  expect((await list(library)).totals.sessions).toBe(650);
});
