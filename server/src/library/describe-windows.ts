import type { Catalog } from '../catalog/open-catalog.ts';
import type { CatalogTotals, WindowRecord } from '../catalog/rows.ts';
import type { Window } from '../contract/index.ts';
import { recallProblem } from './kept-problem.ts';
import { monthRange, trashList, type WindowKey, windowId } from './window-key.ts';

/** The windows as people see them, in the order of the keys. `isReading` tells which of them a pass is at. */
export async function describeWindows(
  catalog: Catalog,
  asked: { keys: readonly WindowKey[]; isReading: (id: string) => boolean; nowMs: number },
): Promise<Window[]> {
  const { keys, isReading, nowMs } = asked;
  const [records, totals] = await Promise.all([
    catalog.loadWindows(keys.map(windowId)),
    catalog.loadTotals(keys.map(totalsScope)),
  ]);
  const recordOf = new Map(records.map((record) => [record.id, record]));
  return keys.map((key) => {
    const id = windowId(key);
    const record = recordOf.get(id);
    const known = { key, record, totals: totals.get(totalsScope(key)), isReading: isReading(id) };
    return presentWindow(known, nowMs);
  });
}

/** Where the catalog keeps the sums of a window. */
function totalsScope(key: WindowKey): string {
  return key.kind === 'month' ? key.month : trashList(key.trash);
}

interface KnownWindow {
  key: WindowKey;
  record: WindowRecord | undefined;
  totals: CatalogTotals | undefined;
  isReading: boolean;
}

function presentWindow(known: KnownWindow, nowMs: number): Window {
  const { key, record, totals, isReading } = known;
  const range = key.kind === 'month' ? monthRange(key.month) : { from: null, to: null };
  return {
    ...range,
    trash: key.kind === 'trash' ? key.trash : null,
    state: isReading ? 'syncing' : (record?.state ?? 'unread'),
    syncedAt: record?.syncedMs == null ? null : new Date(record.syncedMs).toISOString(),
    records: totals?.sessions ?? 0,
    reportedTotal: record?.reportedTotal ?? null,
    pages: record?.pages ?? 0,
    unreadable: record?.unreadable ?? 0,
    // Kept while the window is tried again: what is on screen is still as old as it was.
    ...(record?.problem ? { problem: recallProblem(record.problem, nowMs) } : {}),
  };
}
