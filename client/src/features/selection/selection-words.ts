import { formatBytes, formatCount } from '../../lib/format.ts';
import { formatMonth, parseMonth } from '../../lib/month.ts';
import type { Selection, SelectionSummary, ShownList } from '../../lib/selection/selection.ts';

interface SelectionWordsOptions {
  selection: Selection;
  shown: ShownList | null;
  summary: SelectionSummary;
}

/** `3 selected · 6.1 GB`, with where they are from when that is not what is on screen: `from 2 months`. */
export function toSelectionWords({ selection, shown, summary }: SelectionWordsOptions): string {
  const count = formatCount(summary.sessions);
  const size = formatBytes(summary.bytes);
  if (selection.kind === 'matching') {
    return `All ${count} that match in ${selection.place} selected · ${size}`;
  }
  return [`${count} selected`, size, originOf(summary.months, shown)].filter(Boolean).join(' · ');
}

function originOf(months: ReadonlySet<string>, shown: ShownList | null): string {
  if (months.size > 1) return `from ${months.size} months`;
  const month = parseMonth([...months][0] ?? '');
  return month && shown?.filter.month && shown.filter.month !== month ? `from ${formatMonth(month)}` : '';
}
