import type { Catalog } from '../catalog/open-catalog.ts';
import type { Window } from '../contract/index.ts';
import type { Log } from '../log.ts';
import type { createAttention } from './attention.ts';
import type { Job } from './pass-queue.ts';
import type { ReadingRequest } from './read-window.ts';
import { createSignal, createThrottle, type Signal } from './wait.ts';
import { type WindowKey, windowId } from './window-key.ts';
import { toWindowProblem } from './window-problem.ts';

/** How often a running pass tells of its pages. */
const PAGE_EVENT_MS = 250;

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
  const firstPages = new Map<string, Signal>();

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
      await runPass({ key, signal: stopping, onPage });
      attention.succeed(windowId(key));
    } catch (error) {
      if (!stopping.aborted) await fail(key, error);
    }
  }

  async function fail(key: WindowKey, error: unknown): Promise<void> {
    const id = windowId(key);
    const problem = toWindowProblem(error, now());
    log.warn({ window: id, problem: problem.type, err: error }, 'a window could not be read');
    attention.fail(id, () => tryAgain(key));
    try {
      await catalog.failWindow(id, JSON.stringify(problem));
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
    firstPage: (id: string): Promise<void> | undefined => firstPages.get(id)?.promise,
  };
}
