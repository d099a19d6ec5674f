import { daysOf, type Month } from '../../lib/month.ts';
import type { SessionsFilter } from '../../lib/sessions-query.ts';

/** What the address says about the list, with its defaults filled in. */
export interface RecordingsView {
  /** A UTC month, or every month that is known. */
  month: Month | 'all';
  q: string;
  sort: string;
  /** Comma list of file kinds; empty: any. */
  type: string;
  /** Sessions whose files are shown. */
  open: string[];
}

/** A change of what is looked at. */
export type ViewChange = Partial<RecordingsView>;

/** The question that a view asks of the server; all months reach from the `oldest` known one to the `latest`. */
export function toFilter(view: RecordingsView, range: MonthRange): SessionsFilter {
  const q = view.q.trim();
  return {
    ...(view.month === 'all' ? toDays(view, range) : { month: view.month }),
    sort: view.sort,
    ...(q && { q }),
    ...(view.type && { kinds: view.type }),
  };
}

interface MonthRange {
  oldest: Month;
  latest: Month;
}

/** First and last UTC day of what a view looks at. */
export function toDays(
  { month }: Pick<RecordingsView, 'month'>,
  range: MonthRange,
): { from: string; to: string } {
  if (month !== 'all') return daysOf(month);
  return { from: daysOf(range.oldest).from, to: daysOf(range.latest).to };
}
