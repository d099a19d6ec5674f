import type { SortField } from '../catalog/list-sessions.ts';
import { cleanText, normaliseSearch } from '../catalog/search-text.ts';
import type { SessionFilter } from '../catalog/session-filter.ts';
import type { SessionsQuery, TrashType } from '../contract/index.ts';
import type { Shown } from './present.ts';
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
    filter: toFilter(query, range),
    sortName,
    sort: parseSort(sortName),
    shown: query.trash === 'recording_file' ? 'trashed-files' : 'all',
    keys: windowKeys(query.trash, { range, nowMs }),
  };
}

function toFilter(query: ListQuery, range: DateRange | null): SessionFilter {
  return {
    list: query.trash ? trashList(query.trash) : 'live',
    span: range && toSpan(range),
    words: wordsOf(query.q ?? ''),
    idPart: idPartOf(query.q ?? ''),
    participant: normaliseSearch(query.participant ?? '').trim(),
    kinds: query.kind ?? [],
    states: query.state ?? [],
    minBytes: query.minBytes ?? null,
    maxBytes: query.maxBytes ?? null,
    minMinutes: query.minMinutes ?? null,
    maxMinutes: query.maxMinutes ?? null,
  };
}

/** Each word once. Words are what stands between spaces: every other character means itself. */
function wordsOf(text: string): string[] {
  return [...new Set(normaliseSearch(text).split(/\s+/u))].filter((word) => word !== '');
}

/** Shorter ones would be a part of very many ids; longer ones of none. */
const LEAST_ID_PART = 4;
const MOST_ID_PART = 64;

/** A single word, as it is written. */
function idPartOf(text: string): string {
  const word = text.trim();
  return !/\s/u.test(word) && word.length >= LEAST_ID_PART && word.length <= MOST_ID_PART
    ? cleanText(word)
    : '';
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
