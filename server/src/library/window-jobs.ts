import type { Catalog } from '../catalog/open-catalog.ts';
import type { Window } from '../contract/index.ts';
import type { Log } from '../log.ts';
import type { Urgency } from '../zoom/client.ts';
import type { createAttention } from './attention.ts';
import { holdOf } from './history-hold.ts';
import { keepProblem } from './kept-problem.ts';
import type { Job } from './pass-queue.ts';
import type { ReadingRequest } from './read-window.ts';
import { createOutcome, createSignal, createThrottle, type Outcome, type Signal } from './wait.ts';
import { type WindowKey, windowId } from './window-key.ts';
import { toWindowProblem } from './window-problem.ts';

/** How often a running pass tells of its pages. */
const PAGE_EVENT_MS = 250;

/** A wish for a window that waits or is being read. `urgency` rises when a person joins it. */
interface Entry {
  urgency: Urgency;
  firstPage: Signal;
  /** Null when it was read, else what kept it from that. */
  ended: Outcome<unknown>;
  givenUp: AbortController;
}

/** What turns a wish for a window into a job for the queue: reads it, tells of it, and records a failure. */
export function createWindowJobs(deps: {
  catalog: Catalog;
  runPass: (request: ReadingRequest) => Promise<void>;
  attention: ReturnType<typeof createAttention>;
  describe: (keys: readonly WindowKey[]) => Promise<Window[]>;
  onWindow: (window: Window) => void;
  /** Has a window that failed read again. */
  tryAgain: (key: WindowKey) => void;
  stopping: AbortSignal;
  now: () => number;
  log: Log;
}) {
  const { catalog, runPass, attention, describe, onWindow, tryAgain, stopping, now, log } = deps;
  const entries = new Map<string, Entry>();

  function toJob(key: WindowKey, urgency: Urgency): Job {
    const id = windowId(key);
    const entry: Entry = {
      urgency,
      firstPage: createSignal(),
      ended: createOutcome<unknown>(),
      givenUp: new AbortController(),
    };
    let failure: unknown = new DOMException('the window was not read', 'AbortError');
    entries.set(id, entry);
    return {
      id,
      async run() {
        failure = await read(key, entry);
      },
      onEnd() {
        entries.delete(id);
        entry.firstPage.resolve();
        entry.ended.resolve(failure);
        void tell(key);
      },
    };
  }

  async function read(key: WindowKey, entry: Entry): Promise<unknown> {
    const tellOfPage = createThrottle(PAGE_EVENT_MS, () => void tell(key));
    const signal = AbortSignal.any([stopping, entry.givenUp.signal]);
    try {
      tellOfPage();
      const onPage = () => {
        entry.firstPage.resolve();
        tellOfPage();
      };
      await runPass({ key, signal, urgency: () => entry.urgency, onPage });
      attention.succeed(windowId(key));
      return null;
    } catch (error) {
      // What holds Zoom as a whole is no fault of a window that nobody looks at.
      const isHeld = entry.urgency === 'background' && holdOf(error, now()) !== null;
      if (!signal.aborted && !isHeld) await fail(key, error);
      return error;
    }
  }

  async function fail(key: WindowKey, error: unknown): Promise<void> {
    const id = windowId(key);
    const problem = toWindowProblem(error, now());
    log.warn({ window: id, problem: problem.type, err: error }, 'a window could not be read');
    attention.fail(id, () => tryAgain(key));
    try {
      await catalog.failWindow(id, keepProblem(problem, now()));
    } catch (storing) {
      log.error({ window: id, err: storing }, 'a failed pass could not be recorded');
    }
  }

  async function tell(key: WindowKey): Promise<void> {
    if (stopping.aborted) return;
    try {
      const [window] = await describe([key]);
      if (window) onWindow(window);
    } catch (error) {
      log.error({ window: windowId(key), err: error }, 'a window could not be told of');
    }
  }

  return {
    toJob,
    /** Resolves with the first page of a pass that waits or runs; undefined when there is none. */
    firstPage: (id: string): Promise<void> | undefined => entries.get(id)?.firstPage.promise,
    /** Resolves when a pass that waits or runs has ended: null when it was read, else what kept it from that. */
    ended: (id: string): Promise<unknown> => entries.get(id)?.ended.promise ?? Promise.resolve(null),
    /** A person waits for it too. True when nobody did before. */
    join(id: string): boolean {
      const entry = entries.get(id);
      const isNews = entry?.urgency === 'background';
      if (entry) entry.urgency = 'person';
      return isNews;
    },
    isForNobody: (id: string): boolean => entries.get(id)?.urgency === 'background',
    giveUp: (id: string): void => entries.get(id)?.givenUp.abort(),
  };
}
