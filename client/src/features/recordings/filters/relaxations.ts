import type { RecordingsView, ViewChange } from '../recordings-view.ts';
import { activeFilters } from './filter-words.ts';

/** One thing less to ask of a session: what to change in the view, and what it is called. */
export interface Relaxation {
  key: string;
  change: ViewChange;
  words: string;
}

/** As long as a button may quote what somebody typed, so that the count behind it is seen. */
const longestQuote = 24;

/** Every way to ask one thing less, search and filters; of a search alone none, which is simply cleared. */
export function relaxationsOf(view: RecordingsView): Relaxation[] {
  const q = view.q.trim();
  const filters = activeFilters(view).map(({ field, name, words }) => ({
    key: field,
    change: { [field]: '' },
    words: `Without ${name}: ${shortened(words)}`,
  }));
  if (!q || filters.length === 0) return filters;
  return [...filters, { key: 'q', change: { q: '' }, words: `Without the search '${shortened(q)}'` }];
}

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text;
}
