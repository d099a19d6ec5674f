import { afterEach, expect, test } from 'vitest';
import type { SimulatedSession } from '../src/simulator/account.ts';
import type { SimulatorOptions } from '../src/simulator/simulator.ts';
import { volumeAccount } from '../src/simulator/volume-account.ts';
import { listAll, listSettled, startLibrary, type TestLibrary } from './start-library.ts';

let running: TestLibrary | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function start(sessions: number, options: SimulatorOptions = {}): Promise<TestLibrary> {
  const data = volumeAccount({ sessions, month: '2026-11', filesPerSession: 1 });
  running = await startLibrary({ data, ...options });
  return running;
}

/** Reads the current month anew, as somebody who presses refresh. */
async function reread(library: TestLibrary) {
  await library.library.refresh({ from: '2026-11-01', to: '2026-11-30' });
  return listSettled(library);
}

const idsOf = (sessions: readonly { zoomId: string }[]) => sessions.map(({ zoomId }) => zoomId).sort();
const truth = (sessions: readonly SimulatedSession[]) => sessions.map((session) => session.session_id).sort();
const listCalls = (library: TestLibrary) =>
  library.zoomServer.log.filter(({ path }) => path === '/v2/videosdk/recordings');

test.each([2, 34])(
  'loses and doubles nothing of 10,000 sessions when the token for page %i dies once, at the price of one reading (C1)',
  async (page) => {
    const library = await start(10_000);
    library.zoomServer.faults.switches.expirePageToken = { page, mode: 'once' };
    const settled = await listSettled(library);
    expect(settled.windows).toMatchObject([{ state: 'complete', records: 10_000, reportedTotal: 10_000 }]);
    expect(settled.windows[0]).not.toHaveProperty('problem');
    expect(idsOf(await listAll(library))).toEqual(truth(library.zoomServer.account.sessions));
    expect(listCalls(library).length).toBeLessThanOrEqual(34 + page);
  },
);

test('shows no error when the fifth of 34 small pages is refused for its token (V-01)', async () => {
  const library = await start(1000);
  Object.assign(library.zoomServer.faults.switches, {
    maxPageSize: 30,
    expirePageToken: { page: 5, mode: 'once' },
  });
  const settled = await listSettled(library);
  expect(settled.windows).toMatchObject([{ state: 'complete', records: 1000, pages: 34 }]);
  expect(settled.windows[0]).not.toHaveProperty('problem');
  expect(idsOf(await listAll(library))).toEqual(truth(library.zoomServer.account.sessions));
});

test('loses and doubles nothing whichever page’s token dies (C1)', async () => {
  const pages = 12;
  const library = await start(pages * 10);
  const { switches } = library.zoomServer.faults;
  switches.maxPageSize = 10;
  await listSettled(library);
  for (let page = 2; page <= pages; page += 1) {
    switches.expirePageToken = { page, mode: 'once' };
    library.zoomServer.log.length = 0;
    const settled = await reread(library);
    expect(settled.windows).toMatchObject([
      { state: 'complete', records: pages * 10, reportedTotal: pages * 10 },
    ]);
    expect(settled.windows[0]).not.toHaveProperty('problem');
    expect(listCalls(library)).toHaveLength(pages + page);
    expect(idsOf(await listAll(library))).toEqual(truth(library.zoomServer.account.sessions));
  }
});

test.each([3, 12])('reads shorter ranges when the token for page %i always dies (C1)', async (page) => {
  const library = await start(1300);
  Object.assign(library.zoomServer.faults.switches, {
    maxPageSize: 100,
    expirePageToken: { page, mode: 'always' },
  });
  const settled = await listSettled(library);
  expect(settled.windows).toMatchObject([{ state: 'complete', records: 1300, reportedTotal: 1300 }]);
  expect(idsOf(await listAll(library))).toEqual(truth(library.zoomServer.account.sessions));
});

test('keeps what it has and says why when no page but the first can ever be had', async () => {
  const library = await start(10_000);
  library.zoomServer.faults.switches.expirePageToken = { page: 2, mode: 'always' };
  const settled = await listSettled(library);
  expect(settled.windows).toMatchObject([
    { state: 'failed', problem: { type: '/problems/window-incomplete' } },
  ]);
  expect(settled.totals.sessions).toBeGreaterThanOrEqual(300);
});
