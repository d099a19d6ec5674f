import type { Catalog } from '../catalog/open-catalog.ts';
import type { Window } from '../contract/index.ts';
import type { Log } from '../log.ts';
import { createAttention } from './attention.ts';
import { describeWindows } from './describe-windows.ts';
import { isStale } from './freshness.ts';
import { createPassQueue } from './pass-queue.ts';
import type { ReadingRequest } from './read-window.ts';
import { createOutcome, waitAtMost } from './wait.ts';
import { createWindowJobs } from './window-jobs.ts';
import { type WindowKey, windowId } from './window-key.ts';

/** The longest a list waits for the first page of a window it knows nothing of; the whole answer has 15 s. */
const FIRST_PAGE_MS = 14_000;

export interface WindowDeskDeps {
  catalog: Catalog;
  runPass: (request: ReadingRequest) => Promise<void>;
  /** Told of windows that are to be read whole, before they are. */
  onRefresh: (keys: readonly WindowKey[]) => void;
  onWindow: (window: Window) => void;
  now: () => number;
  log: Log;
}

export type WindowDesk = ReturnType<typeof createWindowDesk>;

/** Decides which windows are read when: one pass per window at a time, whoever wishes for it. */
export function createWindowDesk(deps: WindowDeskDeps) {
  const { catalog, now } = deps;
  const queue = createPassQueue();
  const attention = createAttention(now);
  const stopping = new AbortController();
  const nextReadings = new Map<string, Promise<unknown>>();

  const describe = (keys: readonly WindowKey[]) =>
    describeWindows(catalog, { keys, isReading: queue.has, nowMs: now() });

  const jobs = createWindowJobs({
    ...deps,
    attention,
    describe,
    tryAgain: (key) => start([key]),
    stopping: stopping.signal,
  });

  /** Reads the stale ones among these windows, given newest first; waits only for a newest one never read before. */
  async function look(keys: readonly WindowKey[]): Promise<void> {
    for (const key of keys) attention.look(windowId(key));
    const records = await catalog.loadWindows(keys.map(windowId));
    const recordOf = new Map(records.map((record) => [record.id, record]));
    const nowMs = now();
    start(
      keys.filter((key) => {
        const id = windowId(key);
        return !attention.isPaused(id) && isStale(recordOf.get(id), { key, nowMs });
      }),
    );
    const newest = keys[0] && windowId(keys[0]);
    const firstPage = newest && !recordOf.has(newest) ? jobs.firstPage(newest) : undefined;
    if (firstPage) await waitAtMost(firstPage, FIRST_PAGE_MS);
  }

  /** Reads these windows now, whatever their age and whatever happened before. */
  function refresh(keys: readonly WindowKey[]): Promise<Window[]> {
    deps.onRefresh(keys);
    for (const key of keys) attention.look(windowId(key));
    start(keys);
    return describe(keys);
  }

  function start(keys: readonly WindowKey[]): void {
    if (stopping.signal.aborted) return;
    for (const id of keys.map(windowId)) if (jobs.join(id)) queue.hurry(id);
    queue.add(keys.filter((key) => !queue.has(windowId(key))).map((key) => jobs.toJob(key, 'person')));
  }

  /**
   * Reads a window when nothing else wants its place, or joins whoever reads it. Resolves with null when it was read, else
   * with what kept it from that. The signal gives it up, unless a person waits for it by then.
   */
  async function readInBackground(key: WindowKey, signal: AbortSignal): Promise<unknown> {
    if (signal.aborted) return signal.reason;
    const id = windowId(key);
    if (!queue.has(id)) queue.addLast(jobs.toJob(key, 'background'));
    const ended = jobs.ended(id);
    const left = createOutcome<unknown>();
    const leave = () => {
      if (jobs.isForNobody(id) && !queue.withdraw(id)) jobs.giveUp(id);
      left.resolve(signal.reason);
    };
    signal.addEventListener('abort', leave);
    try {
      return await Promise.race([ended, left.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /**
   * Reads a window from its first page on, after what runs of it already, and once for all who ask meanwhile. Resolves with
   * null when it was read, else with what kept it from that.
   */
  function readAnew(key: WindowKey): Promise<unknown> {
    const id = windowId(key);
    const begin = () => {
      nextReadings.delete(id);
      start([key]);
      return jobs.ended(id);
    };
    if (!queue.isRunning(id)) return begin();
    const next = nextReadings.get(id) ?? jobs.ended(id).then(begin);
    nextReadings.set(id, next);
    return next;
  }

  /** Ends what runs; a window left in the midst of a pass keeps the record of its last end. */
  async function stop(): Promise<void> {
    stopping.abort();
    attention.forget();
    await queue.drain();
  }

  return { look, refresh, readInBackground, readAnew, describe, stop };
}
