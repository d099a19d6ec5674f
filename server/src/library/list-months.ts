import type { Catalog } from '../catalog/open-catalog.ts';
import type { Months } from '../contract/index.ts';
import type { WindowDesk } from './window-desk.ts';
import { addMonths, monthsTouching, toMonth } from './window-key.ts';

/** The strip shows a year even of a young account, and ends after ten: older rows have no believable time. */
const LEAST_MONTHS = 12;
const MOST_MONTHS = 120;

export function createListMonths(deps: { catalog: Catalog; desk: WindowDesk; now: () => number }) {
  const { catalog, desk, now } = deps;

  /** Every month from the current one back to the oldest known, newest first. Asks Zoom nothing. */
  return async function listMonths(): Promise<Months> {
    const current = toMonth(now());
    const known = await catalog.loadMonthTotals();
    const totalsOf = new Map(known.map(({ month, ...totals }) => [month, totals]));
    const months = monthsTouching(rangeOf(known[0]?.month, current)).reverse();
    const windows = await desk.describe(months.map((month) => ({ kind: 'month', month })));
    return months.map((month, index) => ({
      month,
      ...(totalsOf.get(month) ?? { sessions: 0, files: 0, bytes: 0, minutes: 0 }),
      state: windows[index]?.state ?? 'unread',
    }));
  };
}

function rangeOf(oldestKnown: string | undefined, current: string): { from: string; to: string } {
  const young = addMonths(current, 1 - LEAST_MONTHS);
  const oldest = [oldestKnown ?? young, young].sort()[0] ?? young;
  const from = [oldest, addMonths(current, 1 - MOST_MONTHS)].sort()[1] ?? young;
  return { from, to: current };
}
