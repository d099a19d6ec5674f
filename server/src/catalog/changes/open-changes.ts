import type { Durably } from '../durably.ts';
import type { Db } from '../schema.ts';
import { type AuditFilter, addRefusal, listAudit } from './audit.ts';
import {
  countItems,
  createChange,
  findChange,
  listChanges,
  listItems,
  listOpenChanges,
  saveChangeState,
} from './changes.ts';
import { type Beginning, type Settling, type Written, writeEntries } from './ledger.ts';
import type { ChangeAction, ChangeRecord, ItemRecord, ItemState, Move, RecordedState } from './records.ts';

/** What people change and the audit log. What people asked for, and every call to come, is on the disk before it is answered. */
export function createChangesCatalog(deps: {
  reads: Db;
  writes: Db;
  durably: Durably;
  /** Told of recordings that were moved, once that is written. */
  onMoved: (moves: readonly Move[]) => void;
}) {
  const { reads, writes, durably, onMoved } = deps;
  return {
    create: (change: { record: Omit<ChangeRecord, 'n'>; items: readonly ItemRecord[] }) =>
      createChange(durably, change),
    find: (by: { id: string } | { key: string }) => findChange(reads, by),
    list: (limit: number) => listChanges(reads, limit),
    listOpen: () => listOpenChanges(reads),
    listItems: (asked: { n: number; states: readonly ItemState[] | null; after: number; limit: number }) =>
      listItems(reads, asked),
    countItems: (n: number) => countItems(reads, n),
    saveState: (change: { n: number; state: RecordedState; endedMs: number | null }) =>
      saveChangeState(durably, change),
    async write(entries: readonly (Beginning | Settling)[]): Promise<Written[]> {
      const written = await writeEntries({ writes, durably }, entries);
      onMoved(entries.flatMap((entry) => (entry.kind === 'settle' && entry.move ? [entry.move] : [])));
      return written;
    },
    listAudit: (filter: AuditFilter) => listAudit(reads, filter),
    addRefusal: (refusal: { atMs: number; action: ChangeAction | null; detail: string }) =>
      addRefusal(durably, refusal),
  };
}
