import type { ChangeRecord, ItemRecord, Move, Place, ResultRecord } from '../catalog/changes/records.ts';
import type { WindowProblem } from '../contract/index.ts';
import type { Ledger } from './ledger.ts';

/** What became of an item, as far as it is known. */
export interface Outcome {
  state: 'queued' | 'done' | 'failed' | 'unknown' | 'cancelled';
  problem?: WindowProblem | undefined;
  trackingId?: string | null | undefined;
  /** Said in the audit log alone. */
  detail?: string | undefined;
}

const GOALS = { trash: 'trash', restore: 'live', delete: 'gone' } as const satisfies Record<
  ChangeRecord['action'],
  Place
>;

/** Where a recording is before a change of that kind. */
export function placeBefore({ action }: ChangeRecord): Place {
  return action === 'trash' ? 'live' : 'trash';
}

/** Writes what became of items: state, result of the call in the audit log when one has left, and place in the catalog. */
export function createSettle({ ledger, now }: { ledger: Ledger; now: () => number }) {
  return async function settle(
    { change, item }: { change: ChangeRecord; item: ItemRecord },
    outcome: Outcome,
  ): Promise<ItemRecord> {
    const nowMs = now();
    const { state, problem, trackingId = null } = outcome;
    const settled: ItemRecord = {
      ...item,
      state,
      callId: state === 'queued' ? null : item.callId,
      problem: problem ? JSON.stringify(problem) : null,
      changedMs: state === 'queued' ? null : nowMs,
      trackingId,
    };
    const hasLeft = item.state === 'sent' && item.callId !== null;
    const result = hasLeft
      ? { callId: item.callId ?? 0, record: toResult(change, { outcome, nowMs }) }
      : null;
    const move = state === 'done' ? toMove(change, { item, atMs: nowMs }) : null;
    await ledger.write({ kind: 'settle', n: change.n, item: settled, result, move });
    return settled;
  };
}

export type Settle = ReturnType<typeof createSettle>;

function toResult(
  change: ChangeRecord,
  { outcome, nowMs }: { outcome: Outcome; nowMs: number },
): ResultRecord {
  const { state, problem, trackingId = null, detail } = outcome;
  const result = state === 'done' || state === 'unknown' ? state : 'failed';
  return {
    atMs: nowMs,
    result,
    after: result === 'done' ? GOALS[change.action] : null,
    problem: problem?.type ?? null,
    detail: detail ?? problem?.detail ?? null,
    trackingId,
  };
}

function toMove({ action }: ChangeRecord, { item, atMs }: { item: ItemRecord; atMs: number }): Move {
  const { zoomId, fileId, zoomFileId } = item;
  return { zoomId, fileId, zoomFileId, to: GOALS[action], atMs };
}
