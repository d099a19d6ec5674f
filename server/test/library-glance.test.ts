import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount, simulatedSession } from '../src/simulator/account.ts';
import { list, listSettled, startLibrary, type TestLibrary } from './start-library.ts';

const minuteMs = 60_000;
let library: TestLibrary;

/** The n-th session of the current month, the later the larger. */
function session(n: number) {
  const startMs = Date.parse('2026-11-01T00:00:00Z') + n * minuteMs;
  return simulatedSession({
    session_id: `s${n}`,
    session_name: `name ${n}`,
    start_time: new Date(startMs).toISOString().replace('.000Z', 'Z'),
  });
}

beforeEach(async () => {
  const sessions = Array.from({ length: 700 }, (_, n) => session(n));
  library = await startLibrary({ data: createAccount(sessions) });
  await listSettled(library);
});
afterEach(() => library.stop());

/** Looks at the current month after so long; tells how many requests that took, and how many sessions there are then. */
async function lookAfter(ms: number) {
  library.clock.nowMs += ms;
  library.zoomServer.log.length = 0;
  await listSettled(library);
  return { requests: library.zoomServer.log.length, sessions: (await list(library)).totals.sessions };
}

test('a look at the current month asks once when nothing has changed, and it counts as read', async () => {
  for (let look = 0; look < 3; look += 1) {
    expect(await lookAfter(2 * minuteMs)).toEqual({ requests: 1, sessions: 700 });
  }
  const { windows } = await list(library);
  expect(windows[0]).toMatchObject({ state: 'complete', records: 700, reportedTotal: 700, pages: 3 });
  expect(Date.parse(windows[0]?.syncedAt ?? '')).toBe(library.clock.nowMs);
});

test('what is new on the first page, or gone from any, has all of it read', async () => {
  library.zoomServer.account.sessions.unshift(session(700));
  expect(await lookAfter(2 * minuteMs)).toMatchObject({ requests: 4, sessions: 701 });
  library.zoomServer.account.sessions.pop();
  expect(await lookAfter(2 * minuteMs)).toMatchObject({ sessions: 700 });
});

test('a change on a later page is seen within ten minutes, and at once when somebody has the month read again', async () => {
  const rename = (name: string) => {
    const oldest = library.zoomServer.account.sessions.at(-1);
    if (oldest) oldest.session_name = name;
  };
  const found = async (q: string) => (await list(library, { q })).totals.sessions;
  rename('orchid');
  expect(await lookAfter(2 * minuteMs)).toMatchObject({ requests: 1 });
  expect(await found('orchid')).toBe(0);
  expect(await lookAfter(9 * minuteMs)).toMatchObject({ requests: 3 });
  expect(await found('orchid')).toBe(1);
  rename('lotus');
  await library.library.refresh({ from: '2026-11-01', to: '2026-11-30' });
  await listSettled(library);
  expect(await found('lotus')).toBe(1);
});
