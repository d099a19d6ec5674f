import type { Window } from '../contract/index.ts';
import type { Log } from '../log.ts';
import type { ReadingRequest } from './read-window.ts';
import { createAlarm } from './wait.ts';
import type { WindowDesk } from './window-desk.ts';
import { type DateRange, toDate, type WindowKey } from './window-key.ts';
import { windowsOf } from './windows-of.ts';

/** How often, and over how many days: what no event told, or no event could, is known so soon all the same. */
export const RECONCILE_MS = 5 * 60_000;
const DAYS_MS = 2 * 86_400_000;

const trashes: readonly WindowKey[] = [
  { kind: 'trash', trash: 'session_recordings' },
  { kind: 'trash', trash: 'recording_file' },
];

/** Reads the last two days and the trash again and again behind everything else, so that nothing depends on events. */
export function createReconcile(deps: {
  runPass: (request: ReadingRequest) => Promise<void>;
  desk: Pick<WindowDesk, 'readInBackground' | 'describe'>;
  onWindow: (window: Window) => void;
  now: () => number;
  log: Log;
  everyMs?: number;
}) {
  const { runPass, desk, onWindow, now, log, everyMs = RECONCILE_MS } = deps;
  const alarm = createAlarm(now);
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    for (;;) {
      const untilMs = now() + everyMs;
      while (now() < untilMs && !stopping.signal.aborted) await alarm.wait(untilMs);
      if (stopping.signal.aborted) return;
      await reconcile().catch((error: unknown) => {
        if (!stopping.signal.aborted) log.info({ err: error }, 'the last days could not be read again now');
      });
    }
  }

  async function reconcile(): Promise<void> {
    const days = lastDays(now());
    await runPass({
      key: { kind: 'days', ...days },
      signal: stopping.signal,
      urgency: () => 'background',
      onPage: () => {},
    });
    for (const window of await desk.describe(windowsOf(days, now()))) onWindow(window);
    for (const key of trashes) await desk.readInBackground(key, stopping.signal);
  }

  return {
    start(): void {
      running ??= run();
    },
    async stop(): Promise<void> {
      stopping.abort();
      alarm.ring();
      await running;
    },
  };
}

function lastDays(nowMs: number): DateRange {
  return { from: toDate(nowMs - DAYS_MS), to: toDate(nowMs) };
}
