import type { ItemRecord } from '../catalog/changes/records.ts';
import type { Catalog } from '../catalog/open-catalog.ts';
import type { Change } from '../contract/index.ts';
import type { Log } from '../log.ts';
import type { Accepted } from './accept.ts';
import { ChangeNotFound, ChangeOver } from './errors.ts';
import { createExpectedMoves } from './expected-moves.ts';
import { presentChange, type Standing } from './present-change.ts';
import { createRunner } from './runner.ts';
import { createRun, dropQueued, type Run } from './runs.ts';
import type { Settle } from './settle.ts';
import type { WorkItem } from './work-item.ts';

export interface DeskDeps {
  catalog: Pick<Catalog, 'changes'>;
  workItem: WorkItem;
  lightRate: number;
  settle: Settle;
  /** Told of every step of a change, as often as there is one. */
  onChange: (change: Change) => void;
  /** Told of a session of which something was moved. */
  onMoved: (zoomId: string) => void;
  isAllowed: boolean;
  now: () => number;
  log: Log;
}

/** Everything that is under way, and how people steer it. */
export function createDesk(deps: DeskDeps) {
  const { catalog, isAllowed, onChange, onMoved, now, log } = deps;
  const expected = createExpectedMoves(now);
  const endings = new Map<number, (() => void)[]>();
  const runner = createRunner({
    ...deps,
    onItem(run, item) {
      if (item.state === 'done') onMoved(item.zoomId);
      tell(run);
    },
    onOver: (run) => void finish(run).catch(report),
    onHold: () => {
      for (const run of runner.all()) tell(run);
    },
  });

  function report(error: unknown): void {
    log.error({ err: error }, 'the end of a change could not be written down');
  }

  const standing = (): Standing => {
    const hold = runner.hold();
    if (!isAllowed) return { kind: 'off' };
    return hold ? { kind: 'held', hold } : { kind: 'free' };
  };

  const present = (run: Run): Change => presentChange(run.record, run.counts, standing());
  const tell = (run: Run) => onChange(present(run));

  async function finish(run: Run): Promise<void> {
    const { n, endedMs, state } = run.record;
    if (endedMs !== null) return;
    run.record = { ...run.record, state: state === 'cancelled' ? state : 'done', endedMs: now() };
    runner.remove(run);
    expected.end(n);
    await catalog.changes.saveState(run.record);
    tell(run);
    for (const ended of endings.get(n) ?? []) ended();
    endings.delete(n);
  }

  /** Puts a change that has just been written down to work. */
  function begin({ record, items }: Accepted): void {
    const queue = items.filter(({ state }) => state === 'queued');
    const counts = {
      queued: queue.length,
      sent: 0,
      done: 0,
      failed: items.length - queue.length,
      unknown: 0,
      cancelled: 0,
    };
    const run = createRun(record, { counts, queue });
    add(run);
    tell(run);
  }

  function add(run: Run): void {
    expected.begin(run);
    runner.add(run);
  }

  /** Takes up what an earlier run of the program left unfinished. */
  async function start(): Promise<void> {
    if (!isAllowed) return;
    for (const record of await catalog.changes.listOpen()) {
      // Asked for since the program has started.
      if (runner.find(record.n)) continue;
      const { n, items: limit } = record;
      const queue = await catalog.changes.listItems({ n, states: ['queued', 'sent'], after: -1, limit });
      add(createRun(record, { counts: await catalog.changes.countItems(n), queue }));
    }
  }

  /** @throws ChangeNotFound. */
  async function get(id: string): Promise<Change> {
    const record = await catalog.changes.find({ id });
    if (!record) throw new ChangeNotFound('No such change.');
    const run = runner.find(record.n);
    if (run) return present(run);
    return presentChange(record, await catalog.changes.countItems(record.n), standing());
  }

  async function list(limit: number): Promise<Change[]> {
    const records = await catalog.changes.list(limit);
    return Promise.all(records.map(({ id }) => get(id)));
  }

  /** @throws ChangeNotFound, ChangeOver. */
  async function steer(id: string, action: 'pause' | 'resume' | 'cancel'): Promise<Change> {
    const { endedAt } = await get(id);
    const run = runner.all().find(({ record }) => record.id === id);
    if (!run || endedAt !== null || run.record.state === 'cancelled')
      throw new ChangeOver('This change is over.');
    const state = action === 'pause' ? 'paused' : action === 'resume' ? 'running' : 'cancelled';
    // Before it is written down: nothing more may begin while the disk is busy.
    run.record = { ...run.record, state };
    if (state === 'cancelled') dropQueued(run);
    await catalog.changes.saveState(run.record);
    if (state === 'cancelled' && run.inFlight === 0 && run.next >= run.queue.length) await finish(run);
    runner.pump();
    tell(run);
    return present(run);
  }

  /** Cancels what is left of a change and waits until nothing of it is on its way. */
  async function close(id: string): Promise<void> {
    const run = runner.all().find(({ record }) => record.id === id);
    if (!run) return;
    const ended = new Promise<void>((resolve) => {
      endings.set(run.record.n, [...(endings.get(run.record.n) ?? []), resolve]);
    });
    if (run.record.state !== 'cancelled') await steer(id, 'cancel');
    if (run.record.endedMs === null) await ended;
  }

  return {
    begin,
    start,
    get,
    list,
    steer,
    close,
    isExpected: expected.has,
    isFull: (most: number) => runner.all().length >= most,
    stop: runner.stop,
  };
}

/** The items that a change has done, as targets of the change that takes it back. */
export async function doneItems(
  catalog: Pick<Catalog, 'changes'>,
  { id, action }: { id: string; action: 'trash' },
): Promise<ItemRecord[]> {
  const record = await catalog.changes.find({ id });
  if (!record || record.action !== action)
    throw new ChangeNotFound('No such change, or none that can be undone.');
  return catalog.changes.listItems({ n: record.n, states: ['done'], after: -1, limit: record.items });
}
