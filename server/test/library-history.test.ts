import { afterEach, expect, test } from 'vitest';
import { History } from '../src/contract/index.ts';
import { createAccount } from '../src/simulator/account.ts';
import { volumeAccount } from '../src/simulator/volume-account.ts';
import { list, startLibrary, type TestLibrary } from './start-library.ts';
import { until } from './until.ts';

type Options = NonNullable<Parameters<typeof startLibrary>[0]>;

let library: TestLibrary;

afterEach(() => library.stop());

/** An account with so many sessions in each of these months, and its history begun. */
async function begin(months: Record<string, number>, options: Options = {}): Promise<void> {
  library = await startLibrary({ data: accountOf(months), isInMemory: false, ...options });
  library.library.startHistory();
}

function accountOf(months: Record<string, number>) {
  return createAccount(
    Object.entries(months).flatMap(([month, sessions]) =>
      volumeAccount({ sessions, month }).sessions.map((session) => ({
        ...session,
        session_id: `${month} ${session.session_id}`,
      })),
    ),
  );
}

/** What Zoom was asked for, in order: a month, or a trash. */
const asked = () =>
  library.zoomServer.log.map(({ query }) =>
    query.trash ? String(query.trash_type) : String(query.from).slice(0, 7),
  );
const history = () => History.parse(library.library.history());
const reaches = (state: History['state']) => until(() => history().state === state);
const askedFor = (month: string) => asked().filter((what) => what === month).length;

test('reads from the current month backwards, with both trashes, until twelve months in a row are empty', async () => {
  await begin({ '2026-11': 5, '2026-10': 5, '2026-03': 5, '2025-12': 5 });
  await reaches('done');
  const backwards = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) =>
      new Date(Date.UTC(2026, from - index, 1)).toISOString().slice(0, 7),
    );
  expect(asked()).toEqual(['2026-11', 'session_recordings', 'recording_file', ...backwards(9, 23)]);
  expect(history()).toEqual({
    state: 'done',
    month: null,
    oldestMonth: '2024-12',
    since: null,
    monthsRead: 24,
    resumesAt: null,
  });
  expect(library.library.counts()).toMatchObject({ sessions: 20, months: 4 });
  expect((await library.library.listMonths()).at(-1)?.month).toBe('2025-12');
});

test.each([
  ['2026-10', ['2026-11', 'session_recordings', 'recording_file', '2026-10']],
  ['2026-12', []],
])('ends at the owner’s limit of %s', async (historySince, expected) => {
  await begin({ '2026-11': 5, '2026-10': 5, '2026-09': 5 }, { historySince });
  await reaches('done');
  expect(asked()).toEqual(expected);
  expect(history().since).toBe(historySince);
});

test('lets people go first: an unread month is answered while a large one is still being read behind it', async () => {
  library = await startLibrary({ data: accountOf({ '2026-11': 3000, '2026-03': 5 }) });
  library.zoomServer.faults.add('api-list', { kind: 'latency', ms: 5 });
  library.library.startHistory();
  await until(() => askedFor('2026-11') >= 3);
  const page = await list(library, { month: '2026-03' });
  expect(page.sessions).toHaveLength(5);
  expect(history()).toMatchObject({ state: 'reading', month: '2026-11' });
  await reaches('done');
  expect(asked().indexOf('2026-03')).toBeLessThan(asked().lastIndexOf('2026-11'));
  expect(askedFor('2026-03')).toBe(1);
  expect(askedFor('2026-11')).toBe(10);
});

test('joins whoever looks at the month it reads: one reading for both', async () => {
  library = await startLibrary({ data: accountOf({ '2026-11': 5 }), historySince: '2026-11' });
  library.zoomServer.faults.add('api-list', { kind: 'latency', ms: 50 });
  library.library.startHistory();
  await until(() => askedFor('2026-11') === 1);
  expect((await list(library)).sessions).toHaveLength(5);
  await reaches('done');
  expect(askedFor('2026-11')).toBe(1);
});

test('stops at once when a person pauses it, stays so over a restart, and goes on where it was', async () => {
  await begin({ '2026-11': 5, '2026-10': 3000, '2026-09': 5 }, { historySince: '2026-09' });
  await until(() => askedFor('2026-10') >= 3);
  expect(await library.library.steerHistory({ action: 'pause' })).toMatchObject({ state: 'paused' });
  await until(async () => (await library.library.listMonths())[1]?.state !== 'syncing');
  await library.restart();
  // What was on its way when the pause came may be counted upstream a moment later.
  await until(() => library.zoomServer.openSockets().api === 0);
  const calls = asked().length;
  library.library.startHistory();
  expect(history().state).toBe('paused');
  expect((await list(library)).sessions).toHaveLength(5);
  expect(asked()).toHaveLength(calls);
  await library.library.steerHistory({ action: 'resume' });
  await until(() => history().state === 'done', 20_000);
  expect(askedFor('2026-11')).toBe(1);
  expect(library.library.counts().sessions).toBe(3010);
}, 40_000);

test('reads nothing again after a restart that was read whole within a day, but what is older', async () => {
  await begin({ '2026-11': 5, '2026-10': 5 }, { historySince: '2026-09' });
  await reaches('done');
  const calls = asked().length;
  await library.restart();
  library.library.startHistory();
  await reaches('done');
  expect(asked()).toHaveLength(calls);
  library.clock.nowMs += 25 * 3_600_000;
  await library.restart();
  library.library.startHistory();
  await reaches('done');
  expect(asked().slice(calls)).toEqual(asked().slice(0, calls));
});

test('waits for the time Zoom names when the day’s quota is used up, over a restart, and goes on by itself', async () => {
  const ahead = Date.parse('2026-11-23T23:59:56Z') - Date.now();
  library = await startLibrary({
    data: accountOf({ '2026-11': 5, '2026-10': 5 }),
    isInMemory: false,
    historySince: '2026-10',
    now: () => Date.now() + ahead,
  });
  const { faults } = library.zoomServer;
  faults.add('api-list', { kind: 'rate-limit', per: 'day' }, { after: 1, times: 1 });
  library.library.startHistory();
  const waiting = {
    state: 'waiting',
    resumesAt: expect.stringContaining('2026-11-24T00:00:00'),
    problem: { type: '/problems/zoom-rate-limited' },
  };
  await reaches('waiting');
  expect(history()).toMatchObject(waiting);
  expect((await library.library.listWindows()).map(({ state }) => state)).not.toContain('failed');
  await library.restart();
  library.library.startHistory();
  await reaches('waiting');
  expect(history()).toMatchObject(waiting);
  expect(asked()).toHaveLength(2);
  await reaches('done');
  expect(library.library.counts().sessions).toBe(10);
}, 20_000);

test('goes on with other months while one fails, shows why, and tries that one again', async () => {
  library = await startLibrary({ data: accountOf({ '2026-10': 5, '2026-09': 5 }), historySince: '2026-08' });
  const when = ({ query }: { query: Record<string, string> }) => query.from === '2026-10-01';
  library.zoomServer.faults.add('api-list', { kind: 'status', status: 404 }, { times: 1, when });
  library.library.startHistory();
  await reaches('waiting');
  expect(asked()).toEqual([
    '2026-11',
    'session_recordings',
    'recording_file',
    '2026-10',
    '2026-09',
    '2026-08',
  ]);
  expect(history()).toMatchObject({
    resumesAt: '2026-11-23T12:00:05.000Z',
    problem: { type: '/problems/zoom-unexpected-answer' },
    oldestMonth: '2026-08',
  });
  expect((await library.library.listWindows())[1]).toMatchObject({
    state: 'failed',
    problem: { type: '/problems/zoom-unexpected-answer' },
  });
  library.clock.nowMs += 5000;
  await until(() => history().state === 'done', 8000);
  expect((await library.library.listWindows())[1]).toMatchObject({ state: 'complete', records: 5 });
}, 20_000);

test('holds still when everything fails, instead of failing month after month', async () => {
  library = await startLibrary({ data: accountOf({ '2026-10': 5 }) });
  library.zoomServer.faults.add('api-list', { kind: 'status', status: 404 });
  library.library.startHistory();
  await reaches('waiting');
  expect(asked()).toEqual(['2026-11', 'session_recordings', 'recording_file']);
  expect(history().resumesAt).toBe('2026-11-23T12:00:05.000Z');
});

test('waits a minute when Zoom refuses the key, and calls no month failed for it', async () => {
  library = await startLibrary({ data: accountOf({ '2026-10': 5 }) });
  library.zoomServer.faults.add('api-list', { kind: 'unauthorized' });
  library.library.startHistory();
  await reaches('waiting');
  expect(history()).toMatchObject({
    resumesAt: '2026-11-23T12:01:00.000Z',
    problem: { type: '/problems/zoom-credentials-refused' },
  });
  const [current] = await library.library.listWindows();
  expect(current?.state).toBe('unread');
});

test('reads nothing before it is begun', async () => {
  library = await startLibrary({ data: accountOf({ '2026-11': 5 }) });
  expect(history()).toMatchObject({ state: 'reading', month: null, monthsRead: 0 });
  await library.library.listWindows();
  expect(asked()).toEqual([]);
});
