import { setTimeout as wait } from 'node:timers/promises';
import type { ChangeRecord, ItemRecord } from '../catalog/changes/records.ts';
import type { Log } from '../log.ts';
import type { ChangeReceipt, ZoomClient } from '../zoom/client.ts';
import { ZoomHttpError, ZoomOutcomeUnknownError } from '../zoom/errors.ts';
import { Held, isHolding, isPassing } from './hold.ts';
import { notDone, outcomeUnknown, stillLive, toItemProblem } from './item-problem.ts';
import type { Ledger } from './ledger.ts';
import { createSettle, placeBefore } from './settle.ts';
import type { Whereabouts } from './whereabouts.ts';

/** A lost call is made again so often, each time after Zoom was asked how it stands. */
const MOST_CALLS = 3;
/** Nobody signs in; who sits at this machine is not known any nearer. */
const WHO = 'local';
const ZOOM_WORDS = { trash: 'trash', restore: 'recover', delete: 'delete' } as const;

export interface WorkDeps {
  zoom: Pick<ZoomClient, 'changeRecordings'>;
  ledger: Ledger;
  whereabouts: Whereabouts;
  signal: AbortSignal;
  now: () => number;
  log: Log;
  /** How long after a lost answer Zoom is asked how it stands, as its lists may be a moment late. Milliseconds. */
  readBackAfterMs: number;
}

/** `item` is as it was last written. */
export interface Work {
  change: ChangeRecord;
  item: ItemRecord;
}

/**
 * Brings one item to its end. Nothing leaves before its line in the audit log is on the disk, and a call whose outcome is not known
 * is never repeated before Zoom was asked where the recording is.
 *
 * It throws Held when Zoom cannot be asked now; the item as it stands is then in `work.item`.
 */
export function createWorkItem(deps: WorkDeps) {
  const { zoom, ledger, whereabouts, signal, now, log, readBackAfterMs } = deps;
  const settle = createSettle(deps);

  return async function workItem(work: Work): Promise<ItemRecord> {
    for (let calls = 0; ; calls += 1) {
      if (work.item.state === 'sent') {
        const settled = await settleLost(work, calls);
        if (settled) return settled;
      }
      const refused = work.change.action === 'delete' ? await refuseLive(work) : null;
      if (refused) return refused;
      const settled = await call(work, calls);
      if (settled) return settled;
      await pause();
    }
  };

  async function pause(): Promise<void> {
    try {
      await wait(readBackAfterMs, undefined, { signal });
    } catch (cause) {
      throw new Held(cause, { isLasting: false });
    }
  }

  /** One call. Null: its answer was lost. */
  async function call(work: Work, earlierCalls: number): Promise<ItemRecord | null> {
    const { change } = work;
    const line = {
      atMs: now(),
      who: WHO,
      action: change.action,
      changeId: change.id,
      before: placeBefore(change),
    };
    const { callId } = await ledger.write({ kind: 'begin', n: change.n, item: work.item, call: line });
    work.item = { ...work.item, state: 'sent', callId };
    const sent = await send(work);
    if (sent === 'lost') return null;
    if ('trackingId' in sent) return settle(work, { state: 'done', trackingId: sent.trackingId });
    return refused(work, { error: sent.error, earlierCalls });
  }

  async function send({ change, item }: Work): Promise<ChangeReceipt | { error: unknown } | 'lost'> {
    const { zoomId: sessionId, zoomFileId } = item;
    const request = { action: ZOOM_WORDS[change.action], sessionId, fileId: zoomFileId ?? undefined };
    try {
      return await zoom.changeRecordings(request, { urgency: 'background', signal });
    } catch (error) {
      return signal.aborted || error instanceof ZoomOutcomeUnknownError ? 'lost' : { error };
    }
  }

  async function refused(
    work: Work,
    { error, earlierCalls }: { error: unknown; earlierCalls: number },
  ): Promise<ItemRecord | null> {
    log.info(
      { change: work.change.id, index: work.item.index, reason: String(error) },
      'Zoom refused a change',
    );
    if (isHolding(error)) return giveBack(work, error);
    // After a lost call, “no such recording” may be what that call has brought about.
    if (earlierCalls > 0 && error instanceof ZoomHttpError && error.status === 404) return null;
    const trackingId = error instanceof ZoomHttpError ? error.trackingId : null;
    return settle(work, { state: 'failed', problem: toItemProblem(error), trackingId });
  }

  /** Nothing was done: the item waits for better times, and the audit log says so. */
  async function giveBack(work: Work, cause: unknown): Promise<never> {
    const detail = 'The call did not reach Zoom, or Zoom asked to wait; nothing was done.';
    work.item = await settle(work, { state: 'queued', detail });
    throw new Held(cause, { isLasting: false });
  }

  /** After a lost answer: settled when Zoom shows what came of it, null when the call may be made again. */
  async function settleLost(work: Work, calls: number): Promise<ItemRecord | null> {
    const found = await ask(work, () => outcomeOf(work));
    const detail = 'Zoom’s answer was lost; where the recording is was read back from Zoom.';
    if (found === 'done') return settle(work, { state: 'done', detail });
    if (found === 'elsewhere') return settle(work, { state: 'failed', problem: stillLive, detail });
    if (found === 'unknowable') return settle(work, { state: 'unknown', problem: outcomeUnknown });
    if (calls >= MOST_CALLS) return settle(work, { state: 'failed', problem: notDone, detail });
    work.item = await settle(work, { state: 'queued', detail });
    return null;
  }

  async function outcomeOf({ change, item }: Work): Promise<'done' | 'undone' | 'elsewhere'> {
    const isLive = await whereabouts.isLive(item);
    if (change.action === 'trash') return isLive ? 'undone' : 'done';
    if (change.action === 'restore') return isLive ? 'done' : 'undone';
    if (isLive) return 'elsewhere';
    return (await whereabouts.isInTrash(item)) ? 'undone' : 'done';
  }

  /** What is among the live recordings is never deleted for good, whatever the catalog believes. */
  async function refuseLive(work: Work): Promise<ItemRecord | null> {
    const isLive = await ask(work, () => whereabouts.isLive(work.item));
    if (isLive === 'unknowable') return settle(work, { state: 'failed', problem: outcomeUnknown });
    return isLive ? settle(work, { state: 'failed', problem: stillLive }) : null;
  }

  async function ask<T>(work: Work, question: () => Promise<T>): Promise<T | 'unknowable'> {
    try {
      return await question();
    } catch (error) {
      if (isHolding(error)) throw new Held(error, { isLasting: false });
      if (isPassing(error) || signal.aborted) throw new Held(error, { isLasting: true });
      log.warn(
        { change: work.change.id, index: work.item.index, err: error },
        'a recording could not be looked up',
      );
      return 'unknowable';
    }
  }
}

export type WorkItem = ReturnType<typeof createWorkItem>;
