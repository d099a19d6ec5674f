import { afterEach, beforeEach, expect, test } from 'vitest';
import { volumeAccount } from '../src/simulator/volume-account.ts';
import { listSettled, startLibrary, type TestLibrary } from './start-library.ts';

let library: TestLibrary;

beforeEach(async () => {
  library = await startLibrary({
    data: volumeAccount({ sessions: 1000, month: '2026-11', filesPerSession: 1 }),
  });
  await listSettled(library);
});
afterEach(() => library.stop());

const november = { from: '2026-11-01', to: '2026-11-30' };
const never = new AbortController().signal;

test('neither doubles nor skips a session while passes change the list beneath it', async () => {
  const { account } = library.zoomServer;
  const staying = account.sessions.map((session) => session.session_id).filter((_, index) => index % 3 !== 0);
  const seen: string[] = [];
  let groups = 0;
  for await (const sessions of library.library.walkSessions({ sort: 'size' }, never)) {
    seen.push(...sessions.map(({ zoomId }) => zoomId));
    groups += 1;
    if (groups !== 2) continue;
    const kept = new Set(staying);
    const [template] = account.sessions;
    account.sessions = account.sessions.filter((session) => kept.has(session.session_id));
    for (const session of account.sessions) {
      for (const file of session.recording_files ?? []) if (file) file.file_size = 1;
    }
    if (template)
      account.sessions.push({ ...template, session_id: 'new', start_time: '2026-11-02T00:00:00Z' });
    await library.library.refresh(november);
    await listSettled(library);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(staying.filter((zoomId) => !seen.includes(zoomId))).toEqual([]);
  expect(seen).not.toContain('new');
}, 20_000);

test('stops when its signal says so', async () => {
  const leaving = new AbortController();
  const seen: number[] = [];
  const walk = async () => {
    for await (const sessions of library.library.walkSessions({}, leaving.signal)) {
      seen.push(sessions.length);
      leaving.abort();
    }
  };
  await expect(walk()).rejects.toMatchObject({ name: 'AbortError' });
  expect(seen).toHaveLength(1);
});
