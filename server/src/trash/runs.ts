import type { ChangeRecord, ItemCounts, ItemRecord } from '../catalog/changes/records.ts';

/** A change that is not over, as it is worked through. */
export interface Run {
  record: ChangeRecord;
  counts: ItemCounts;
  /** Items still to do; those before `next` have been taken. */
  queue: ItemRecord[];
  next: number;
  inFlight: number;
  /** How many unfinished items there are of each session. */
  open: Map<string, number>;
  /** How often an item was held in a way that may be its own fault. */
  troubles: Map<number, number>;
}

/** So far ahead is looked for an item that may go now. */
const LOOK_AHEAD = 50;

export function createRun(record: ChangeRecord, { counts, queue }: Pick<Run, 'counts' | 'queue'>): Run {
  const open = new Map<string, number>();
  for (const { zoomId } of queue) open.set(zoomId, (open.get(zoomId) ?? 0) + 1);
  return { record, counts, queue, next: 0, inFlight: 0, open, troubles: new Map() };
}

/** Whether the run may begin items: a cancelled one only finds out what became of calls that had left. */
function mayTake({ record }: Run, item: ItemRecord): boolean {
  return record.state === 'running' || (record.state === 'cancelled' && item.state === 'sent');
}

/** Takes the first item that may go now, near the front of the queue; `isBlocked` keeps sessions in the order of wishes. */
export function takeItem(run: Run, isBlocked: (item: ItemRecord) => boolean): ItemRecord | undefined {
  const end = Math.min(run.queue.length, run.next + LOOK_AHEAD);
  for (let at = run.next; at < end; at += 1) {
    const item = run.queue[at];
    const first = run.queue[run.next];
    if (!item || !first || !mayTake(run, item) || isBlocked(item)) continue;
    run.queue[at] = first;
    run.next += 1;
    run.inFlight += 1;
    return item;
  }
  return undefined;
}

/** Gives an item back that could not be brought to its end now; it goes first. */
export function giveBack(run: Run, item: ItemRecord): void {
  run.inFlight -= 1;
  run.next -= 1;
  run.queue[run.next] = item;
}

/** Notes that an item has come to its end; `from` is the state in which it was counted. */
export function finishItem(run: Run, { from, item }: { from: ItemRecord['state']; item: ItemRecord }): void {
  run.inFlight -= 1;
  run.counts[from] -= 1;
  run.counts[item.state] += 1;
  const left = (run.open.get(item.zoomId) ?? 1) - 1;
  if (left > 0) run.open.set(item.zoomId, left);
  else run.open.delete(item.zoomId);
}

/** Takes what was not begun out of a cancelled run. */
export function dropQueued(run: Run): void {
  const left = run.queue.slice(run.next).filter(({ state }) => state === 'sent');
  const dropped = run.queue.length - run.next - left.length;
  run.counts.queued -= dropped;
  run.counts.cancelled += dropped;
  run.queue = left;
  run.next = 0;
}

export function isOver(run: Run): boolean {
  return run.inFlight === 0 && run.next >= run.queue.length;
}
