import type { WindowProblem } from '../contract/index.ts';
import { historyPauseMs } from './freshness.ts';
import { type Hold, holdOf } from './history-hold.ts';
import { toWindowProblem } from './window-problem.ts';

/** So many windows that fail one after the other are not the windows' fault: everything waits. */
const MANY_IN_A_ROW = 3;

/** Remembers what failed in this run, so that nothing is tried in a tight loop and nothing is given up. */
export function createHistoryTroubles(now: () => number) {
  const windows = new Map<string, { failures: number; retryMs: number }>();
  let hold: Hold | null = null;
  let inRow = 0;
  let last: WindowProblem | undefined;

  function fail(id: string, error: unknown): void {
    last = toWindowProblem(error, now());
    const failures = (windows.get(id)?.failures ?? 0) + 1;
    windows.set(id, { failures, retryMs: now() + historyPauseMs(failures) });
    inRow += 1;
    if (inRow < MANY_IN_A_ROW) return;
    const untilMs = now() + historyPauseMs(inRow - MANY_IN_A_ROW + 1);
    hold = { untilMs, problem: last, isSetByZoom: false };
  }

  return {
    /** What keeps everything from being read just now. */
    hold: (): Hold | null => (hold && hold.untilMs > now() ? hold : null),
    /** Why a window failed last. */
    lastProblem: (): WindowProblem | undefined => last,
    retries: (): Map<string, number> => new Map([...windows].map(([id, { retryMs }]) => [id, retryMs])),
    succeed(id: string): void {
      windows.delete(id);
      inRow = 0;
    },
    /** Notes what kept a window from being read. */
    note(id: string, error: unknown): void {
      const held = holdOf(error, now());
      if (held) hold = held;
      else fail(id, error);
    },
    /** Lets everything be tried again at once, but what Zoom itself put off. */
    forgive(): void {
      windows.clear();
      inRow = 0;
      if (!hold?.isSetByZoom) hold = null;
    },
  };
}
