import type { Catalog } from '../catalog/open-catalog.ts';
import type { Window } from '../contract/index.ts';
import type { Log } from '../log.ts';
import { createAttention } from './attention.ts';
import { describeWindows } from './describe-windows.ts';
import { isStale } from './freshness.ts';
import { createPassQueue, type Job } from './pass-queue.ts';
import type { ReadingRequest } from './read-window.ts';
import { createSignal, createThrottle, type Signal, waitAtMost } from './wait.ts';
import { type WindowKey, windowId } from './window-key.ts';
import { toWindowProblem } from './window-problem.ts';

/** The longest a list waits for the first page of a window it knows nothing of; the whole answer has 15 s. */
const FIRST_PAGE_MS = 14_000;
/** How often a running pass tells of its pages. */
const PAGE_EVENT_MS = 250;

export interface WindowDeskDeps {
  catalog: Catalog;
  runPass: (request: ReadingRequest) => Promise<void>;
  onWindow: (window: Window) => void;
  now: () => number;
  log: Log;
}

export type WindowDesk = ReturnType<typeof createWindowDesk>;

/** Decides which windows are read when: one pass per window at a time, whoever wishes for it. */
export function createWindowDesk({ catalog, runPass, onWindow, now, log }: WindowDeskDeps) {
  const queue = createPassQueue();
  const attention = createAttention(now);
  const firstPages = new Map<string, Signal>();
  const stopping = new AbortController();

  const describe = (keys: readonly WindowKey[]) => describeWindows(catalog, { keys, isReading: queue.has });

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
    const firstPage = newest && !recordOf.has(newest) ? firstPages.get(newest) : undefined;
    if (firstPage) await waitAtMost(firstPage.promise, FIRST_PAGE_MS);
  }

  /** Reads these windows now, whatever their age and whatever happened before. */
  function refresh(keys: readonly WindowKey[]): Promise<Window[]> {
    for (const key of keys) attention.look(windowId(key));
    start(keys);
    return describe(keys);
  }

  function start(keys: readonly WindowKey[]): void {
    if (stopping.signal.aborted) return;
    queue.add(keys.filter((key) => !queue.has(windowId(key))).map(toJob));
  }

  function toJob(key: WindowKey): Job {
    const id = windowId(key);
    const firstPage = createSignal();
    firstPages.set(id, firstPage);
    return {
      id,
      run: () => read(key, firstPage.resolve),
      onEnd() {
        firstPages.delete(id);
        firstPage.resolve();
        void tell(key);
      },
    };
  }

  async function read(key: WindowKey, onFirstPage: () => void): Promise<void> {
    const tellOfPage = createThrottle(PAGE_EVENT_MS, () => void tell(key));
    try {
      tellOfPage();
      const onPage = () => {
        onFirstPage();
        tellOfPage();
      };
      await runPass({ key, signal: stopping.signal, onPage });
      attention.succeed(windowId(key));
    } catch (error) {
      if (!stopping.signal.aborted) await fail(key, error);
    }
  }

  async function fail(key: WindowKey, error: unknown): Promise<void> {
    const id = windowId(key);
    const problem = toWindowProblem(error, now());
    log.warn({ window: id, problem: problem.type, err: error }, 'a window could not be read');
    attention.fail(id, () => start([key]));
    try {
      await catalog.failWindow(id, JSON.stringify(problem));
    } catch (storing) {
      log.error({ window: id, err: storing }, 'a failed pass could not be recorded');
    }
  }

  async function tell(key: WindowKey): Promise<void> {
    if (stopping.signal.aborted) return;
    try {
      const [window] = await describe([key]);
      if (window) onWindow(window);
    } catch (error) {
      log.error({ window: windowId(key), err: error }, 'a window could not be told of');
    }
  }

  /** Ends what runs; a window left in the midst of a pass keeps the record of its last end. */
  async function stop(): Promise<void> {
    stopping.abort();
    attention.forget();
    await queue.drain();
  }

  return { look, refresh, describe, stop };
}
