import type { ItemRecord } from '../catalog/changes/records.ts';
import type { Log } from '../log.ts';
import { Held, type Hold, toHold } from './hold.ts';
import { outcomeUnknown } from './item-problem.ts';
import { finishItem, giveBack, isOver, type Run, takeItem } from './runs.ts';
import type { Settle } from './settle.ts';
import type { Work, WorkItem } from './work-item.ts';

/**
 * Calls that are prepared or on their way at the same time: what the light budget lets out in half a second, so that the
 * disk's pace does not set ours and a pause is heeded soon.
 */
const BUDGET_SHARE = 0.5;
const FEWEST_WORKERS = 4;
const MOST_WORKERS = 32;
/** An item that keeps failing where others do not is given up after so many times, a few minutes. */
const MOST_TROUBLES = 10;

export interface RunnerDeps {
  workItem: WorkItem;
  /** Calls a second that the light budget allows. */
  lightRate: number;
  settle: Settle;
  /** An item has come to its end, or could not go on. */
  onItem: (run: Run, item: ItemRecord) => void;
  /** The last item of a run has come to its end. */
  onOver: (run: Run) => void;
  /** A hold has begun or ended. */
  onHold: () => void;
  now: () => number;
  log: Log;
}

/**
 * Works through changes, an item of each in turn, so that a small one never waits for a large one to end. What two of
 * them want of one session is done in the order they were asked for.
 */
export function createRunner(deps: RunnerDeps) {
  const { workItem, onItem, onOver, onHold, now, log } = deps;
  const runs = new Map<number, Run>();
  /** Sessions with a call on its way, the change it is for, and how many. */
  const busy = new Map<string, { n: number; calls: number }>();
  const working = new Set<Promise<void>>();
  let hold: Hold | null = null;
  let troubles = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const workers = Math.min(MOST_WORKERS, Math.max(FEWEST_WORKERS, Math.ceil(deps.lightRate * BUDGET_SHARE)));

  function pump(): void {
    while (!isStopped && !hold && working.size < workers) {
      const taken = take();
      if (!taken) return;
      const work = run(taken.run, taken.item).finally(() => {
        working.delete(work);
        pump();
      });
      working.add(work);
    }
  }

  /** The run that was served last goes to the end of the line. */
  function take(): { run: Run; item: ItemRecord } | null {
    for (const run of runs.values()) {
      const item = takeItem(run, ({ zoomId }) => isBlocked(run, zoomId));
      if (!item) continue;
      runs.delete(run.record.n);
      runs.set(run.record.n, run);
      return { run, item };
    }
    return null;
  }

  function isBlocked({ record }: Run, zoomId: string): boolean {
    const owner = busy.get(zoomId);
    if (owner && owner.n !== record.n) return true;
    return [...runs.values()].some(
      (other) => other.record.n < record.n && other.record.state === 'running' && other.open.has(zoomId),
    );
  }

  async function run(ofRun: Run, item: ItemRecord): Promise<void> {
    const { zoomId, state: from } = item;
    const work: Work = { change: ofRun.record, item };
    occupy(zoomId, ofRun.record.n);
    try {
      end(ofRun, { from, item: await workItem(work) });
      troubles = 0;
    } catch (error) {
      await endInTrouble(ofRun, { from, work, error });
    } finally {
      vacate(zoomId);
    }
    if (isOver(ofRun)) onOver(ofRun);
  }

  function occupy(zoomId: string, n: number): void {
    busy.set(zoomId, { n, calls: (busy.get(zoomId)?.calls ?? 0) + 1 });
  }

  function vacate(zoomId: string): void {
    const owner = busy.get(zoomId);
    if (owner && owner.calls > 1) owner.calls -= 1;
    else busy.delete(zoomId);
  }

  function end(ofRun: Run, { from, item }: { from: ItemRecord['state']; item: ItemRecord }): void {
    finishItem(ofRun, { from, item });
    onItem(ofRun, item);
  }

  async function endInTrouble(
    ofRun: Run,
    { from, work, error }: { from: ItemRecord['state']; work: Work; error: unknown },
  ): Promise<void> {
    const { item } = work;
    const { index } = item;
    if (isStopped) return void giveBack(ofRun, { ...item, state: from });
    const isLasting = !(error instanceof Held) || error.isLasting;
    const count = (ofRun.troubles.get(index) ?? 0) + (isLasting ? 1 : 0);
    ofRun.troubles.set(index, count);
    if (!(error instanceof Held)) log.error({ err: error }, 'an item of a change could not be worked on');
    const isGivenUp = count >= MOST_TROUBLES || ofRun.record.state === 'cancelled';
    if (isGivenUp) return giveUp(ofRun, { from, work });
    ofRun.counts[from] -= 1;
    ofRun.counts[item.state] += 1;
    giveBack(ofRun, item);
    begin(error instanceof Held ? error.cause : error);
    onItem(ofRun, item);
  }

  async function giveUp(
    ofRun: Run,
    { from, work }: { from: ItemRecord['state']; work: Work },
  ): Promise<void> {
    const { change, item } = work;
    const isCancelled = ofRun.record.state === 'cancelled' && item.state !== 'sent';
    const lost = { state: item.state === 'sent' ? 'unknown' : 'failed', problem: outcomeUnknown } as const;
    const outcome = isCancelled ? ({ state: 'cancelled' } as const) : lost;
    end(ofRun, { from, item: await deps.settle({ change, item }, outcome) });
  }

  function begin(cause: unknown): void {
    // Calls that were on their way together meet the same trouble together.
    if (!hold) troubles += 1;
    hold = toHold(cause, { troubles, nowMs: now() });
    clearTimeout(timer);
    timer = setTimeout(release, Math.max(0, hold.untilMs - now())).unref();
    onHold();
  }

  function release(): void {
    clearTimeout(timer);
    hold = null;
    onHold();
    pump();
  }

  return {
    add(run: Run): void {
      runs.set(run.record.n, run);
      if (isOver(run)) onOver(run);
      else pump();
    },
    remove: (run: Run) => void runs.delete(run.record.n),
    find: (n: number) => runs.get(n),
    all: () => [...runs.values()],
    hold: () => hold,
    pump,
    /** Begins nothing more and waits for what is on its way, until the signal given to the work ends it. */
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      await Promise.allSettled(working);
    },
  };
}
