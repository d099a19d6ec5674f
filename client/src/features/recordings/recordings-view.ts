import { parseLength, parseSize } from '../../lib/bounds.ts';
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
  /** Range of minutes, `30-`; empty: any. */
  length: string;
  /** Range of bytes, `500MB-`; empty: any. */
  size: string;
  /** Comma list of file states; empty: any. */
  state: string;
  /** Part of a participant's name or key; empty: anybody. */
  who: string;
  /** Sessions whose files are shown. */
  open: string[];
}

/** A change of what is looked at. */
export type ViewChange = Partial<RecordingsView>;

/** The question that a view asks of the server; all months reach from the `oldest` known one to the `latest`. */
export function toFilter(view: RecordingsView, range: MonthRange): SessionsFilter {
  const [q, who] = [view.q.trim(), view.who.trim()];
  const length = parseLength(view.length);
  const size = parseSize(view.size);
  return {
    ...(view.month === 'all' ? toDays(view, range) : { month: view.month }),
    sort: view.sort,
    ...(q && { q }),
    ...(view.type && { kinds: view.type }),
    ...(view.state && { states: view.state }),
    ...(who && { participant: who }),
    ...(size?.min !== undefined && { minBytes: size.min }),
    ...(size?.max !== undefined && { maxBytes: size.max }),
    ...(length?.min !== undefined && { minMinutes: length.min }),
    ...(length?.max !== undefined && { maxMinutes: length.max }),
  };
}

/** The months that everywhere reaches over. */
export interface MonthRange {
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
