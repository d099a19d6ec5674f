import type { CatalogTotals, WindowRecord } from '../catalog/rows.ts';
import { addMonths, monthsTouching, toMonth } from './window-key.ts';

/** The strip shows a year even of a young account, and ends after ten: older rows have no believable time. */
const LEAST_MONTHS = 12;
const MOST_MONTHS = 120;

/**
 * The months people see, newest first: from the current one back to the oldest that has sessions or could not be read
 * whole. What was read and found empty beyond them is no news.
 */
export function stripMonths(known: {
  totals: readonly (CatalogTotals & { month: string })[];
  windows: readonly WindowRecord[];
  nowMs: number;
}): string[] {
  const current = toMonth(known.nowMs);
  const troubled = known.windows.filter(({ id, state }) => !id.startsWith('trash:') && state !== 'complete');
  const young = addMonths(current, 1 - LEAST_MONTHS);
  const limit = addMonths(current, 1 - MOST_MONTHS);
  const candidates = [young, ...known.totals.map(({ month }) => month), ...troubled.map(({ id }) => id)];
  const [oldest = young] = candidates.filter((month) => month >= limit).sort();
  return monthsTouching({ from: oldest, to: current }).reverse();
}
