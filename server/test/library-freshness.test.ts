import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SimulatedAccount } from '../src/simulator/account.ts';
import { createAccount } from '../src/simulator/account.ts';
import { volumeAccount } from '../src/simulator/volume-account.ts';
import { list, listSettled, startLibrary, type TestLibrary } from './start-library.ts';

const MINUTE_MS = 60_000;
let library: TestLibrary;

function accountOf(months: string[], sessions = 5): SimulatedAccount {
  return createAccount(
    months.flatMap((month) =>
      volumeAccount({ sessions, month }).sessions.map((session) => ({
        ...session,
        session_id: `${month} ${session.session_id}`,
      })),
    ),
  );
}

beforeEach(async () => {
  library = await startLibrary({ data: accountOf(['2026-11', '2026-10', '2026-08']), isInMemory: false });
});
afterEach(() => library.stop());

const calls = () => library.zoomServer.log.length;

test.each([
  ['2026-11', 1],
  ['2026-10', 10],
  ['2026-08', 24 * 60],
])('reads %s again when it is looked at after %i minutes, not before', async (month, minutes) => {
  await listSettled(library, { month });
  expect(calls()).toBe(1);
  library.clock.nowMs += minutes * MINUTE_MS - 1000;
  await listSettled(library, { month });
  expect(calls()).toBe(1);
  library.clock.nowMs += 1000;
  const stale = await list(library, { month });
  expect(stale.windows[0]).toMatchObject({
    state: 'syncing',
    syncedAt: '2026-11-23T12:00:00.000Z',
    records: 5,
  });
  expect(stale.sessions).toHaveLength(5);
  await listSettled(library, { month });
  expect(calls()).toBe(2);
});

test.each(['session_recordings', 'recording_file'] as const)(
  'reads the trash of %s again after a minute',
  async (trash) => {
    await listSettled(library, { trash });
    await listSettled(library, { trash });
    expect(calls()).toBe(1);
    library.clock.nowMs += MINUTE_MS;
    await listSettled(library, { trash });
    expect(calls()).toBe(2);
  },
);

test('joins a pass that runs, however many look or press refresh at once (U2)', async () => {
  await Promise.all([
    ...Array.from({ length: 25 }, () => list(library)),
    ...Array.from({ length: 25 }, () => library.library.refresh({ from: '2026-11-01', to: '2026-11-30' })),
  ]);
  await listSettled(library);
  expect(calls()).toBe(1);
});

test('looks at every month of a long range, and waits for the newest alone', async () => {
  const range = { from: '2026-03-10', to: '2026-11-30' };
  library.zoomServer.faults.add('api-list', { kind: 'latency', ms: 30 });
  const first = await list(library, range);
  expect(first.windows).toHaveLength(9);
  expect(first.sessions.length).toBeGreaterThan(0);
  const settled = await listSettled(library, range);
  expect(settled.windows.every(({ state }) => state === 'complete')).toBe(true);
  expect(settled.totals.sessions).toBe(15);
  expect(library.zoomServer.log.map(({ query }) => query.from)[0]).toBe('2026-11-01');
  expect(calls()).toBe(9);
});

test('serves what it knows at once while Zoom is down, with its age, and does not knock on every look (U4)', async () => {
  await listSettled(library);
  const broken = library.zoomServer.faults.add('api-list', { kind: 'status', status: 404 });
  library.clock.nowMs += 2 * MINUTE_MS;
  for (let look = 0; look < 50; look += 1) {
    const page = await list(library);
    expect(page.sessions).toHaveLength(5);
    expect(page.windows[0]?.syncedAt).toBe('2026-11-23T12:00:00.000Z');
  }
  expect((await listSettled(library)).windows[0]).toMatchObject({ state: 'failed', records: 5 });
  expect(broken.hits()).toBe(1);
  await library.library.refresh({ from: '2026-11-01', to: '2026-11-30' });
  await listSettled(library);
  expect(broken.hits()).toBe(2);
});

test('knows after a restart what it knew, and leaves no window reading for ever', async () => {
  await listSettled(library);
  library.clock.nowMs += 2 * MINUTE_MS;
  library.zoomServer.faults.add('api-list', { kind: 'latency', ms: 60_000 });
  expect((await list(library)).windows[0]?.state).toBe('syncing');
  await library.restart();
  const months = await library.library.listMonths();
  expect(months[0]).toMatchObject({ month: '2026-11', sessions: 5, state: 'complete' });
  expect(library.library.counts()).toMatchObject({ sessions: 5, files: 10, months: 1 });
});

test('stops within a moment while a pass waits for Zoom, and says nothing afterwards', async () => {
  library.zoomServer.faults.add('api-list', { kind: 'latency', ms: 60_000 });
  const looking = list(library);
  await nextCall();
  await library.library.stop();
  const told = library.events.length;
  const page = await looking;
  expect(page.sessions).toEqual([]);
  expect(library.events).toHaveLength(told);
});

test('tells of a pass when it begins, as pages land and when it ends', async () => {
  await listSettled(library);
  const states = library.events.map(({ name, data }) => (name === 'window' ? [data.from, data.state] : []));
  expect(states[0]).toEqual(['2026-11-01', 'syncing']);
  expect(states.at(-1)).toEqual(['2026-11-01', 'complete']);
});

test('passes Zoom’s own list on, in its words, with our addresses in place of Zoom’s', async () => {
  const envelope = await library.library.listUpstream({ from: '2026-08-01', to: '2026-08-31', page_size: 2 });
  expect(envelope).toMatchObject({ from: '2026-08-01', to: '2026-08-31', page_size: 2, total_records: 5 });
  expect(envelope.sessions).toHaveLength(2);
  expect(JSON.stringify(envelope)).not.toMatch(/download_url|127\.0\.0\.1/);
  const url = envelope.sessions[0]?.recording_files?.[0]?.content_url ?? '';
  const { file } = await library.library.findFile(url.split('/')[3] ?? '');
  expect(file.sizeBytes).toBe(envelope.sessions[0]?.recording_files?.[0]?.file_size);
  const next = await library.library.listUpstream({
    from: '2026-08-01',
    to: '2026-08-31',
    page_size: 2,
    next_page_token: envelope.next_page_token,
  });
  expect(next.sessions[0]?.session_id).not.toBe(envelope.sessions[0]?.session_id);
  await expect(
    library.library.listUpstream({ from: '2026-08-01', to: '2026-08-31', next_page_token: 'nonsense' }),
  ).rejects.toMatchObject({ name: 'ZoomPageTokenError' });
});

/** Resolves when Zoom has been asked. */
async function nextCall(): Promise<void> {
  while (calls() === 0) await new Promise((resolve) => setImmediate(resolve));
}
