import type { AuditRecord, ChangeRecord, ItemCounts, ItemRecord } from '../catalog/changes/records.ts';
import type { AuditEntry, Change, ChangeItem, WindowProblem } from '../contract/index.ts';
import { ProblemType } from '../contract/index.ts';
import type { Hold } from './hold.ts';
import { problem } from './item-problem.ts';
import type { Words } from './resolve-targets.ts';

/** Whether changes go on now: `off` while the owner has not turned them on. */
export type Standing = { kind: 'free' } | { kind: 'held'; hold: Hold } | { kind: 'off' };

const changesOff: WindowProblem = problem(
  'changes-off',
  'Changes are turned off',
  'It goes on when Matinee is started with MATINEE_ALLOW_CHANGES=1.',
);

/** A change as people see it. */
export function presentChange(record: ChangeRecord, counts: ItemCounts, standing: Standing): Change {
  const { queued, sent, done, failed, unknown, cancelled } = counts;
  const isOpen = record.endedMs === null;
  return {
    id: record.id,
    action: record.action,
    undoes: record.undoes,
    createdAt: toIso(record.createdMs),
    endedAt: record.endedMs === null ? null : toIso(record.endedMs),
    ...(isOpen ? stateOf(record, standing) : { state: record.state, resumesAt: null, problem: null }),
    counts: { total: record.items, queued: queued + sent, done, failed, unknown, cancelled },
    files: record.files,
    externalFiles: record.externalFiles,
    sizeBytes: record.sizeBytes,
  };
}

function stateOf(
  { state }: ChangeRecord,
  standing: Standing,
): Pick<Change, 'state' | 'resumesAt' | 'problem'> {
  if (standing.kind === 'off' && state !== 'cancelled')
    return { state: 'paused', resumesAt: null, problem: changesOff };
  if (state !== 'running' || standing.kind !== 'held') return { state, resumesAt: null, problem: null };
  const { untilMs, problem } = standing.hold;
  return { state: 'waiting', resumesAt: toIso(untilMs), problem };
}

/** A change as it was in the moment it was taken up: every repetition of the wish is answered with this. */
export function presentAccepted(record: ChangeRecord, failed: number): Change {
  const counts = { queued: record.items - failed, sent: 0, done: 0, failed, unknown: 0, cancelled: 0 };
  return presentChange({ ...record, state: 'running', endedMs: null }, counts, { kind: 'free' });
}

/** An item as people see it. */
export function presentItem(item: ItemRecord, { toSessionId }: Words): ChangeItem {
  const { index, zoomId, fileId, name, label, startMs, sizeBytes, externalFiles, state, changedMs } = item;
  return {
    index,
    sessionId: toSessionId(zoomId),
    fileId,
    name,
    startTime: startMs === null ? null : toIso(startMs),
    label,
    sizeBytes,
    externalFiles,
    state: state === 'sent' ? 'queued' : state,
    problem: item.problem === null ? null : JSON.parse(item.problem),
    changedAt: changedMs === null ? null : toIso(changedMs),
    trackingId: item.trackingId,
  };
}

/** A line of the audit log as people see it. */
export function presentEntry(record: AuditRecord, { toSessionId }: Words): AuditEntry {
  const { id, atMs, endedMs, isRefused, result, zoomId, problem, ...same } = record;
  const known = ProblemType.safeParse(problem);
  return {
    id,
    at: toIso(atMs),
    endedAt: endedMs === null ? null : toIso(endedMs),
    who: same.who,
    action: same.action,
    result: isRefused ? 'refused' : (result ?? 'sent'),
    changeId: same.changeId,
    sessionId: zoomId === null ? null : toSessionId(zoomId),
    zoomId,
    fileId: same.fileId,
    name: same.name,
    label: same.label,
    before: same.before,
    after: same.after,
    problem: known.success ? known.data : null,
    detail: same.detail,
    trackingId: same.trackingId,
  };
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
