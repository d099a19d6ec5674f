import { afterAll, beforeAll, expect, test } from 'vitest';
import { Session, type Session as SessionType } from '../src/contract/index.ts';
import { quirkAccount } from '../src/simulator/quirk-account.ts';
import { listAll, listSettled, startLibrary, type TestLibrary } from './start-library.ts';

const nowMs = Date.parse('2026-11-23T12:00:00Z');
const range = { from: '2026-08-01', to: '2026-11-30' };
let library: TestLibrary;
let sessions: SessionType[];

beforeAll(async () => {
  library = await startLibrary({ data: quirkAccount({ now: nowMs }), nowMs });
  await listSettled(library, range);
  sessions = await listAll(library, range);
});
afterAll(() => library.stop());

const truth = () => library.zoomServer.account.sessions;
const withKey = (key: string) => sessions.filter((session) => session.key === key);

test('lists every odd session of the account once, none as unreadable', async () => {
  const { windows } = await listSettled(library, range);
  expect(windows.every(({ state, unreadable }) => state === 'complete' && unreadable === 0)).toBe(true);
  const live = truth().filter((session) => !session.trashed_at && session.start_time >= range.from);
  expect(sessions.map(({ zoomId }) => zoomId).sort()).toEqual(
    live.map(({ session_id }) => session_id).sort(),
  );
});

test('opens every one of them, with what the single-session call adds', async () => {
  for (const { id } of sessions) {
    const session = Session.parse(await library.library.getSession(id));
    expect(new Set(session.files.map((file) => file.id)).size).toBe(session.files.length);
    for (const file of session.files) {
      expect(file.id).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
      expect((await library.library.findFile(file.id)).session.zoomId).toBe(session.zoomId);
    }
  }
});

test('gives every file of the account an id of its own', () => {
  const ids = sessions.flatMap((session) => session.files.map((file) => file.id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('shows names as Zoom has them', () => {
  const names = new Map(truth().map((session) => [session.session_id, session.session_name]));
  for (const { zoomId, name } of sessions) expect(name ?? '').toBe(names.get(zoomId) ?? '');
});

test('says processing of what Zoom is still at', () => {
  const [session] = withKey('still-processing');
  expect(session?.files.some(({ state }) => state === 'processing')).toBe(true);
});
