import type { Session } from '@matinee/server/contract';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testPage, testSession, testStatus, testWindow } from '../testing/test-data.ts';
import { type Connection, type EventStream, startLiveUpdates } from './live-updates.ts';

/** A stream whose events the test sends. */
class HandStream extends EventTarget {
  readyState = 0;
  isClosed = false;
  close(): void {
    this.isClosed = true;
  }
  send(name: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start() {
  const queryClient = new QueryClient();
  const streams: HandStream[] = [];
  const connections: Connection[] = [];
  const stop = startLiveUpdates({
    queryClient,
    onConnection: (connection) => connections.push(connection),
    openStream: () => {
      const stream = new HandStream();
      streams.push(stream);
      return stream as unknown as EventStream; // The test sends only what the type allows.
    },
  });
  const isInvalid = (key: unknown[]) => queryClient.getQueryState(key)?.isInvalidated;
  const latest = () => streams.at(-1) ?? new HandStream();
  return { queryClient, streams, connections, stop, isInvalid, latest };
}

test('news of a window is on screen at once, and rows are asked for soon, once for many events', () => {
  const { queryClient, latest, isInvalid } = start();
  const key = ['sessions', { month: '2026-03' }];
  queryClient.setQueryData(key, { pages: [testPage([testSession()])], pageParams: [null] });
  for (const records of [100, 200, 300]) latest().send('window', testWindow({ state: 'syncing', records }));
  expect(
    queryClient.getQueryData<{ pages: ReturnType<typeof testPage>[] }>(key)?.pages[0]?.windows[0]?.records,
  ).toBe(300);
  expect(isInvalid(key)).toBe(false);
  vi.advanceTimersByTime(1000);
  expect(isInvalid(key)).toBe(true);
});

test('a long list is read again when the pass has ended, not with each of its steps', () => {
  const { queryClient, latest, isInvalid } = start();
  const key = ['sessions', { month: '2026-03' }];
  queryClient.setQueryData(key, { pages: Array.from({ length: 40 }, () => testPage([])), pageParams: [] });
  latest().send('window', testWindow({ state: 'syncing' }));
  vi.advanceTimersByTime(1000);
  expect(isInvalid(key)).toBe(false);
  latest().send('window', testWindow({ state: 'complete' }));
  latest().send('window', testWindow({ from: '2026-02-01', to: '2026-02-28', state: 'syncing' }));
  vi.advanceTimersByTime(1000);
  expect(isInvalid(key)).toBe(true);
});

test('a session that was re-read replaces the one that is known, and only that', () => {
  const { queryClient, latest } = start();
  queryClient.setQueryData(['session', 'one'], testSession({ id: 'one' }));
  latest().send('session', testSession({ id: 'one', name: 'Renamed' }));
  latest().send('session', testSession({ id: 'two' }));
  expect(queryClient.getQueryData<Session>(['session', 'one'])?.name).toBe('Renamed');
  expect(queryClient.getQueryData(['session', 'two'])).toBeUndefined();
});

test('a file that became ready is so in the row of its session, and no other row changes', () => {
  const { queryClient, latest } = start();
  const [one, two] = [testSession({ id: 'one' }), testSession({ id: 'two' })];
  queryClient.setQueryData(['sessions', {}], { pages: [testPage([one, two])], pageParams: [null] });
  latest().send('session', testSession({ id: 'two', name: 'Ready now' }));
  const data = queryClient.getQueryData<{ pages: { sessions: Session[] }[] }>(['sessions', {}]);
  expect(data?.pages[0]?.sessions[0]).toBe(one);
  expect(data?.pages[0]?.sessions[1]?.name).toBe('Ready now');
});

test('a status is taken as it comes', () => {
  const { queryClient, latest } = start();
  latest().send('status', testStatus);
  expect(queryClient.getQueryData(['status'])).toEqual(testStatus);
});

test('a short break says nothing; a long one says that the server stopped', () => {
  const { latest, connections } = start();
  latest().dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(2000);
  latest().dispatchEvent(new Event('open'));
  vi.advanceTimersByTime(10_000);
  expect(connections).toEqual(['open']);
  latest().dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(3000);
  expect(connections).toEqual(['open', 'lost']);
});

test('after a break everything on screen is asked for again', () => {
  const { queryClient, latest, isInvalid } = start();
  queryClient.setQueryData(['months'], []);
  latest().dispatchEvent(new Event('open'));
  expect(isInvalid(['months'])).toBe(false);
  latest().dispatchEvent(new Event('error'));
  latest().dispatchEvent(new Event('open'));
  expect(isInvalid(['months'])).toBe(true);
});

test('a stream that the browser gave up is opened anew, ever more slowly', () => {
  const { streams, latest, stop } = start();
  for (const waitMs of [1000, 2000, 4000]) {
    const before = streams.length;
    latest().readyState = 2;
    latest().dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(waitMs - 1);
    expect(streams.length).toBe(before);
    vi.advanceTimersByTime(1);
    expect(streams.length).toBe(before + 1);
  }
  stop();
  expect(latest().isClosed).toBe(true);
});
