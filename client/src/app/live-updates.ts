import type { Change, History, Indexing, Session, Status, Window } from '@matinee/server/contract';
import type { QueryClient } from '@tanstack/react-query';
import { showChange } from '../lib/changes/changes-query.ts';
import { notePause } from '../lib/pause-query.ts';
import { showIndexing } from '../lib/show-indexing.ts';
import { forgetSession, showSession } from '../lib/show-session.ts';
import { showWindow } from '../lib/show-window.ts';
import { createListRefresher } from './list-refresher.ts';

export type Connection = 'open' | 'lost';

/** The part of EventSource that is used, so that a test can stand in for the browser. */
export interface EventStream {
  readyState: number;
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

interface LiveUpdatesOptions {
  queryClient: QueryClient;
  onConnection: (connection: Connection) => void;
  openStream?: () => EventStream;
}

/** A restart of the server takes less; only a longer silence is news. */
const lostAfterMs = 3000;
const firstReconnectMs = 1000;
const longestReconnectMs = 15_000;
/** EventSource.CLOSED; named here because a stand-in has no such constant. */
const closed = 2;

/** Listens to the server's events and keeps what is on screen true. Returns the way to stop. */
export function startLiveUpdates(options: LiveUpdatesOptions): () => void {
  const { queryClient, onConnection, openStream = () => new EventSource('/api/events') } = options;
  const refresher = createListRefresher(queryClient);
  let stream: EventStream | undefined;
  let lostTimer: ReturnType<typeof setTimeout> | undefined;
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  let reconnectMs = firstReconnectMs;
  let hasFailed = false;

  function connect(): void {
    stream = openStream();
    stream.addEventListener('open', handleOpen);
    stream.addEventListener('error', handleError);
    stream.addEventListener('window', (event) => handleWindow(parse<Window>(event)));
    stream.addEventListener('session', (event) => showSession(queryClient, parse<Session>(event)));
    stream.addEventListener('gone', (event) => forgetSession(queryClient, parse<{ id: string }>(event).id));
    stream.addEventListener('change', (event) => showChange(queryClient, parse<Change>(event)));
    stream.addEventListener('history', (event) =>
      queryClient.setQueryData(['history'], parse<History>(event)),
    );
    stream.addEventListener('moments', (event) => showIndexing(queryClient, parse<Indexing>(event)));
    stream.addEventListener('status', (event) => queryClient.setQueryData(['status'], parse<Status>(event)));
  }

  function handleWindow(window: Window): void {
    showWindow(queryClient, window);
    notePause(queryClient, window);
    refresher.note(window);
  }

  function handleOpen(): void {
    clearTimeout(lostTimer);
    lostTimer = undefined;
    reconnectMs = firstReconnectMs;
    onConnection('open');
    // Whatever happened meanwhile was not told.
    if (hasFailed) void queryClient.invalidateQueries();
    // Neither was what ended between the first answer and now: a list that says it is being read may be so no more.
    else refresher.note({ state: 'syncing' });
    hasFailed = false;
  }

  function handleError(): void {
    hasFailed = true;
    lostTimer ??= setTimeout(() => onConnection('lost'), lostAfterMs);
    // The browser reconnects by itself, but not after an answer that was no event stream.
    if (stream?.readyState !== closed) return;
    stream.close();
    reconnectTimer = setTimeout(connect, reconnectMs);
    reconnectMs = Math.min(longestReconnectMs, reconnectMs * 2);
  }

  connect();
  return () => {
    stream?.close();
    refresher.stop();
    clearTimeout(lostTimer);
    clearTimeout(reconnectTimer);
  };
}

function parse<T>(event: MessageEvent<string>): T {
  // Our own server wrote it by the contract, as with every other answer.
  return JSON.parse(event.data) as T;
}
