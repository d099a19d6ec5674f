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

test('brings every session of a month into the catalog and says that the window is complete', async () => {
  const library = await start(1000);
  const page = await listSettled(library);
  expect(page.windows).toMatchObject([
    { state: 'complete', records: 1000, reportedTotal: 1000, pages: 4, unreadable: 0 },
  ]);
  expect(page.totals).toMatchObject({ sessions: 1000, files: 1000, minutes: 25_000 });
  expect(idsOf(await listAll(library))).toEqual(truth(library.zoomServer.account.sessions));
});

test('asks for the whole days of the month, page by page, and for nothing twice', async () => {
  const library = await start(700);
  await listSettled(library);
  const queries = listCalls(library).map(({ query }) => query);
  expect(queries).toHaveLength(3);
  for (const query of queries)
    expect(query).toMatchObject({ from: '2026-11-01', to: '2026-11-30', page_size: '300' });
});

test('shows every session that was there all the time once, while others come and go between pages (C3)', async () => {
  const library = await start(1500);
  const { account, faults } = library.zoomServer;
  const staying = new Set(
    account.sessions.filter((_, index) => index % 5 !== 0).map((session) => session.session_id),
  );
  let changes = 0;
  faults.switches.onPage = ({ page }) => {
    if (changes >= 2 || page % 2 === 0) return;
    changes += 1;
    const gone = account.sessions.findIndex((session) => !staying.has(session.session_id));
    account.sessions.splice(gone, 1);
    const [template] = account.sessions;
    if (template)
      account.sessions.push({
        ...template,
        session_id: `new-${changes}`,
        start_time: '2026-11-29T00:00:00Z',
      });
  };
  const settled = await listSettled(library);
  expect(settled.windows[0]?.state).toBe('complete');
  const listed = idsOf(await listAll(library));
  expect(new Set(listed).size).toBe(listed.length);
  for (const id of staying) expect(listed).toContain(id);
});

test('calls a list that never holds still partial after three readings, and removes nothing', async () => {
  const library = await start(700);
  await listSettled(library);
  library.zoomServer.log.length = 0;
  let total = 700;
  library.zoomServer.faults.switches.onPage = () => {
    total += 1;
    library.zoomServer.faults.switches.totalRecords = total;
  };
  library.zoomServer.account.sessions.splice(0, 5);
  const settled = await reread(library);
  expect(settled.windows).toMatchObject([
    { state: 'partial', problem: { type: '/problems/window-incomplete' } },
  ]);
  expect(settled.totals.sessions).toBe(700);
  expect(listCalls(library)).toHaveLength(9);
});

test('believes no list that is shorter than Zoom’s own count (C4)', async () => {
  const library = await start(700);
  await listSettled(library);
  library.zoomServer.faults.switches.totalRecords = 700;
  library.zoomServer.account.sessions.splice(100, 50);
  const short = await reread(library);
  expect(short.windows).toMatchObject([{ state: 'partial', records: 700, reportedTotal: 700 }]);
  library.zoomServer.faults.switches.totalRecords = null;
  const settled = await reread(library);
  expect(settled.windows).toMatchObject([{ state: 'complete', records: 650, reportedTotal: 650 }]);
});

test('removes what is gone from a list of several pages after a second reading has missed it too', async () => {
  const library = await start(700);
  await listSettled(library);
  library.zoomServer.account.sessions.splice(100, 50);
  library.zoomServer.log.length = 0;
  const settled = await reread(library);
  expect(settled.totals.sessions).toBe(650);
  expect(listCalls(library)).toHaveLength(6);
});

test('empties a month only when two readings found it empty', async () => {
  const library = await start(20);
  await listSettled(library);
  library.zoomServer.account.sessions.length = 0;
  library.zoomServer.log.length = 0;
  const settled = await reread(library);
  expect(settled.windows).toMatchObject([{ state: 'complete', records: 0 }]);
  expect(listCalls(library)).toHaveLength(2);
});

test('splits a window whose echoed dates differ until every answer is to its question (C2)', async () => {
  const library = await start(1200);
  library.zoomServer.faults.switches.echoedFrom = '2026-11-09';
  const settled = await listSettled(library);
  expect(settled.windows).toMatchObject([
    { state: 'partial', problem: { type: '/problems/window-incomplete' } },
  ]);
  const asked = listCalls(library).map(({ query }) => query.from);
  expect(asked).toContain('2026-11-09');
  library.zoomServer.faults.switches.echoedFrom = null;
  expect((await reread(library)).windows).toMatchObject([{ state: 'complete', records: 1200 }]);
});

test('takes an end cut off after today for an answer to a question about days to come', async () => {
  const library = await start(50);
  library.zoomServer.faults.switches.echoedTo = '2026-11-24';
  expect((await listSettled(library)).windows[0]?.state).toBe('complete');
  library.zoomServer.faults.switches.echoedTo = '2026-11-20';
  expect((await reread(library)).windows[0]?.state).toBe('partial');
});

test('stops at a page token that comes again, and keeps what it read', async () => {
  const library = await start(900);
  await listSettled(library);
  library.zoomServer.log.length = 0;
  const { faults } = library.zoomServer;
  faults.add('api-list', {
    kind: 'wrong-shape',
    body: {
      sessions: [],
      next_page_token: 'again-and-again',
      total_records: 900,
      from: '2026-11-01',
      to: '2026-11-30',
    },
  });
  const settled = await reread(library);
  expect(settled.windows).toMatchObject([
    { state: 'failed', records: 900, problem: { type: '/problems/pagination-loop' } },
  ]);
  expect(listCalls(library)).toHaveLength(2);
});

test('stops a walk whose ever new tokens bring nothing new', async () => {
  const library = await start(900);
  let count = 0;
  const { faults, account } = library.zoomServer;
  const first = account.sessions.slice(0, 10);
  faults.switches.arrange = () => Array.from({ length: 100 }, () => first).flat();
  faults.switches.maxPageSize = 10;
  faults.switches.onPage = () => {
    count += 1;
  };
  const settled = await listSettled(library);
  expect(settled.windows).toMatchObject([
    { state: 'failed', problem: { type: '/problems/pagination-loop' } },
  ]);
  expect(count).toBeLessThan(10);
});
