import { afterEach, expect, test } from 'vitest';
import { volumeAccount } from '../src/simulator/volume-account.ts';
import { list, listAll, listSettled, startLibrary, type TestLibrary } from './start-library.ts';

let running: TestLibrary | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

test('brings every session of a month into the catalog and says that the window is complete', async () => {
  const data = volumeAccount({ sessions: 1000, month: '2026-11' });
  running = await startLibrary({ data });
  const page = await listSettled(running);
  expect(page.windows).toMatchObject([
    { state: 'complete', records: 1000, reportedTotal: 1000, unreadable: 0 },
  ]);
  expect(page.totals.sessions).toBe(1000);
  const sessions = await listAll(running);
  expect(new Set(sessions.map(({ zoomId }) => zoomId))).toEqual(
    new Set(data.sessions.map(({ session_id }) => session_id)),
  );
  expect(sessions).toHaveLength(1000);
  expect((await list(running)).sessions).toHaveLength(50);
});
