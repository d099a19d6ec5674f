import type { Catalog } from '../catalog/open-catalog.ts';
import type { History, HistoryRequest } from '../contract/index.ts';
import type { Log } from '../log.ts';
import { type HistoryPlan, planHistory } from './history-plan.ts';
import { createHistoryTroubles } from './history-troubles.ts';
import { createAlarm } from './wait.ts';
import type { WindowDesk } from './window-desk.ts';
import { windowId } from './window-key.ts';

/** When something of ours broke, not of Zoom's. */
const AFTER_BUG_MS = 60_000;

export interface HistoryDeps {
  catalog: Catalog;
  desk: Pick<WindowDesk, 'readInBackground'>;
  /** The owner's limit, a month; null: to the account's beginning. */
  since: string | null;
  onHistory: (history: History) => void;
  now: () => number;
  log: Log;
}

/**
 * Reads the account's past behind everything else, one window at a time, from the current month backwards. Everything it needs to
 * know after a restart is in the catalog: what was read, and whether a person has paused it.
 */
export function createHistory(deps: HistoryDeps) {
  const { catalog, desk, since, onHistory, now, log } = deps;
  const troubles = createHistoryTroubles(now);
  const alarm = createAlarm(now);
  const read = new Set<string>();
  let isPaused = catalog.isHistoryPaused();
  let isStopped = false;
  let going = new AbortController();
  let running: Promise<void> | undefined;
  let told: History = {
    state: isPaused ? 'paused' : 'reading',
    month: null,
    oldestMonth: null,
    since,
    monthsRead: 0,
    resumesAt: null,
  };

  function tell(changes: Pick<History, 'state'> & Partial<History>): void {
    const { oldestMonth, monthsRead } = told;
    const next: History = { oldestMonth, since, monthsRead, month: null, resumesAt: null, ...changes };
    if (JSON.stringify(next) === JSON.stringify(told)) return;
    told = next;
    onHistory(told);
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      try {
        await step();
      } catch (error) {
        if (isStopped) return;
        log.error({ err: error }, 'the history could not go on');
        await alarm.wait(now() + AFTER_BUG_MS);
      }
    }
  }

  async function step(): Promise<void> {
    const plan = await look();
    const progress = { oldestMonth: plan.oldestMonth, monthsRead: plan.monthsRead };
    if (isStopped) return;
    if (isPaused) {
      tell({ ...progress, state: 'paused' });
      return alarm.wait(null);
    }
    const hold = troubles.hold();
    if (hold && plan.next) return waitUntil(hold.untilMs, { ...progress, problem: hold.problem });
    if (plan.next) return readNext(plan.next, progress);
    if (plan.retryMs !== null) {
      const problem = troubles.lastProblem();
      return waitUntil(plan.retryMs, { ...progress, ...(problem && { problem }) });
    }
    tell({ ...progress, state: 'done' });
    return alarm.wait(null);
  }

  async function waitUntil(untilMs: number, known: Partial<History>): Promise<void> {
    tell({ ...known, state: 'waiting', resumesAt: new Date(untilMs).toISOString() });
    await alarm.wait(untilMs);
  }

  async function readNext(key: NonNullable<HistoryPlan['next']>, progress: Partial<History>): Promise<void> {
    tell({ ...progress, state: 'reading', month: key.kind === 'month' ? key.month : null });
    const { signal } = going;
    const failure = await desk.readInBackground(key, signal);
    const id = windowId(key);
    if (failure === null) {
      read.add(id);
      troubles.succeed(id);
    } else if (!isGivenUp(failure)) troubles.note(id, failure);
  }

  async function look(): Promise<HistoryPlan> {
    const [records, totals] = await Promise.all([catalog.loadEveryWindow(), catalog.loadMonthTotals()]);
    return planHistory({
      records: new Map(records.map((record) => [record.id, record])),
      inhabited: new Set(totals.map(({ month }) => month)),
      retries: troubles.retries(),
      read,
      since,
      nowMs: now(),
    });
  }

  return {
    /** How far it is, now. */
    current: (): History => told,

    /** Begins. Not before somebody listens to what it tells. */
    start(): void {
      running ??= run();
    },

    /** Pauses it, over restarts, or lets it go on: then what is due is tried at once, unless Zoom itself put it off. */
    async steer({ action }: HistoryRequest): Promise<History> {
      await catalog.saveHistoryPause(action === 'pause' ? 'paused' : 'running');
      isPaused = action === 'pause';
      if (isPaused) {
        going.abort();
        tell({ state: 'paused' });
      } else if (going.signal.aborted || told.state !== 'reading') {
        going = new AbortController();
        troubles.forgive();
        read.clear();
        if (told.state === 'paused' || !troubles.hold()) tell({ state: 'reading' });
      }
      alarm.ring();
      return told;
    },

    /** Ends it and waits for that. */
    async stop(): Promise<void> {
      isStopped = true;
      going.abort();
      alarm.ring();
      await running;
    },
  };
}

/** The pass was given up, by a pause or a stop: that says nothing about the window. */
function isGivenUp(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError';
}
