import { afterEach, expect, test } from 'vitest';
import { createAccount, type SimulatedSession, simulatedSession } from '../src/simulator/account.ts';
import { startLibrary, type TestLibrary } from './start-library.ts';
import { until } from './until.ts';

let library: TestLibrary;
afterEach(() => library.stop());

function session(id: string, start: string): SimulatedSession {
  return simulatedSession({ session_id: id, start_time: start });
}

/** A library that has read this month and both trashes, and reads the last days again as soon as its clock moves. */
async function begin(sessions: SimulatedSession[]): Promise<void> {
  library = await startLibrary({ data: createAccount(sessions), reconcileMs: 1000 });
  await ids();
  await ids('session_recordings');
  await ids('recording_file');
  library.library.startReconciling();
  library.zoomServer.log.length = 0;
}

async function ids(trash?: 'session_recordings' | 'recording_file'): Promise<string[]> {
  const query = trash ? { trash, sort: 'purge' } : { month: '2026-11', sort: '-start' };
  const page = await library.library.listSessions({ limit: 50, ...query } as Parameters<
    typeof library.library.listSessions
  >[0]); // the defaults that the route's schema would add
  return page.sessions.map(({ zoomId }) => zoomId);
}

/** What Zoom was asked for, as `from..to` or the name of a trash. */
function asked(): string[] {
  return library.zoomServer.log.map(({ query }) => query.trash_type ?? `${query.from}..${query.to}`);
}

test('comes to the same end as if every event had arrived, five minutes later at most', async () => {
  await begin([
    session('kept', '2026-11-23T08:00:00Z'),
    session('deleted', '2026-11-23T07:00:00Z'),
    session('trashed', '2026-11-22T07:00:00Z'),
    session('old', '2026-11-02T07:00:00Z'),
  ]);
  const { account } = library.zoomServer;
  account.sessions = account.sessions.filter(({ session_id }) => session_id !== 'deleted');
  Object.assign(account.sessions.find(({ session_id }) => session_id === 'trashed') ?? {}, {
    trashed_at: '2026-11-23T11:00:00Z',
  });
  account.sessions.push(session('new', '2026-11-23T09:00:00Z'));
  library.clock.nowMs += 1000;
  await until(() => asked().includes('recording_file'));
  await until(async () => (await ids('session_recordings')).includes('trashed'));
  await until(async () => (await ids()).join() === 'new,kept,old');
  expect(asked().slice(0, 3)).toEqual(['2026-11-21..2026-11-23', 'session_recordings', 'recording_file']);
});

test('asks no more than three times when nothing has happened', async () => {
  await begin([session('kept', '2026-11-23T08:00:00Z')]);
  const before = library.events.length;
  library.clock.nowMs += 1000;
  await until(() => asked().length === 3);
  await until(() => library.events.slice(before).some(({ name }) => name === 'window'));
  expect(await ids()).toEqual(['kept']);
});

test('goes on after Zoom could not be asked', async () => {
  await begin([session('kept', '2026-11-23T08:00:00Z')]);
  library.zoomServer.faults.add(
    'api-list',
    { kind: 'status', status: 400, body: { code: 300, message: 'no' } },
    { times: 1 },
  );
  library.clock.nowMs += 1000;
  await until(() => asked().length === 1);
  library.zoomServer.account.sessions.push(session('new', '2026-11-23T09:00:00Z'));
  await until(async () => {
    library.clock.nowMs += 1000;
    return library.catalog.counts().sessions === 2;
  });
});
