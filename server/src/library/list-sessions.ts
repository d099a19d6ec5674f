import type { SortField } from '../catalog/list-sessions.ts';
import type { Catalog } from '../catalog/open-catalog.ts';
import type { SessionsPage, SessionsQuery, TrashType } from '../contract/index.ts';
import { parseCursor, toCursor } from './cursor.ts';
import { presentSession } from './present.ts';
import { normaliseSearch } from './search-text.ts';
import type { WindowDesk } from './window-desk.ts';
import { type DateRange, monthRange, toMonth, toSpan, trashList, type WindowKey } from './window-key.ts';
import { windowsOf } from './windows-of.ts';

export function createListSessions(deps: { catalog: Catalog; desk: WindowDesk; now: () => number }) {
  const { catalog, desk, now } = deps;

  /**
   * One page of the catalog, at once; only a window never read before is waited for.
   *
   * @throws InvalidCursor.
   */
  return async function listSessions(query: SessionsQuery): Promise<SessionsPage> {
    const sort = query.sort ?? (query.trash ? 'purge' : '-start');
    const after = query.cursor === undefined ? null : parseCursor(sort, query.cursor);
    const range = rangeOf(query, now());
    const keys = windowKeys(query.trash, { range, nowMs: now() });
    await desk.look(keys);
    const filter = {
      list: query.trash ? trashList(query.trash) : ('live' as const),
      span: range && toSpan(range),
      search: normaliseSearch(query.q?.trim() ?? ''),
      kinds: query.kind ?? [],
    };
    const [listed, totals, windows] = await Promise.all([
      catalog.listSessions({ filter, sort: parseSort(sort), after, limit: query.limit }),
      catalog.totalsOf(filter),
      desk.describe(keys),
    ]);
    const shown = query.trash === 'recording_file' ? 'trashed-files' : 'all';
    return {
      sessions: listed.sessions.map((session) => presentSession(session, shown)),
      nextCursor: listed.end && toCursor(sort, listed.end),
      totals,
      windows,
    };
  };
}

/** Null: the whole of a trash. */
function rangeOf({ from, to, month, trash }: SessionsQuery, nowMs: number): DateRange | null {
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
