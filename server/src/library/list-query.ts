import type { SortField } from '../catalog/list-sessions.ts';
import type { SessionFilter } from '../catalog/session-filter.ts';
import type { SessionsQuery, TrashType } from '../contract/index.ts';
import type { Shown } from './present.ts';
import { normaliseSearch } from './search-text.ts';
import { type DateRange, monthRange, toMonth, toSpan, trashList, type WindowKey } from './window-key.ts';
import { windowsOf } from './windows-of.ts';

/** What narrows and orders a list, alike for pages and exports. */
export type ListQuery = Omit<SessionsQuery, 'limit' | 'cursor'>;

/** A list's question in the words of the catalog. `keys` are the windows it is about, newest first. */
export interface ListQuestion {
  filter: SessionFilter;
  /** As the query writes it, `-start`. */
  sortName: string;
  sort: { field: SortField; isDescending: boolean };
  shown: Shown;
  keys: WindowKey[];
}

/** Without dates: the current month, or the whole of a trash. Without an order: newest first, or what is purged first. */
export function readListQuery(query: ListQuery, nowMs: number): ListQuestion {
  const sortName = query.sort ?? (query.trash ? 'purge' : '-start');
  const range = rangeOf(query, nowMs);
  return {
    filter: {
      list: query.trash ? trashList(query.trash) : 'live',
      span: range && toSpan(range),
      search: normaliseSearch(query.q?.trim() ?? ''),
      kinds: query.kind ?? [],
    },
    sortName,
    sort: parseSort(sortName),
    shown: query.trash === 'recording_file' ? 'trashed-files' : 'all',
    keys: windowKeys(query.trash, { range, nowMs }),
  };
}

/** Null: the whole of a trash. */
function rangeOf({ from, to, month, trash }: ListQuery, nowMs: number): DateRange | null {
  if (from !== undefined && to !== undefined) return { from, to };
  if (month !== undefined) return monthRange(month);
  return trash ? null : monthRange(toMonth(nowMs));
}

function windowKeys(
  trash: TrashType | undefined,
  { range, nowMs }: { range: DateRange | null; nowMs: number },
): WindowKey[] {
  if (trash) return [{ kind: 'trash', trash }];
  return range ? windowsOf(range, nowMs) : [];
}

function parseSort(sort: string): { field: SortField; isDescending: boolean } {
  const isDescending = sort.startsWith('-');
  return { field: (isDescending ? sort.slice(1) : sort) as SortField, isDescending }; // the contract's pattern
}
