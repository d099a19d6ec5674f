import type { Session, SessionsPage, TrashType, Window } from '@matinee/server/contract';
import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getJson } from './http.ts';

/** Rows of one answer: a few screens, a few milliseconds. */
const pageRows = 200;

/** What a list shows: a UTC month, a range of UTC dates or one trash, narrowed and sorted. `kinds`, `states`: comma lists. */
export interface SessionsFilter {
  month?: string;
  from?: string;
  to?: string;
  trash?: TrashType;
  q?: string;
  kinds?: string;
  states?: string;
  participant?: string;
  minBytes?: number;
  maxBytes?: number;
  minMinutes?: number;
  maxMinutes?: number;
  sort?: string;
}

export type SessionPages = InfiniteData<SessionsPage>;

/** The list page by page. While another search or order of the same windows loads, the rows stay on screen. */
export function sessionsQuery(filter: SessionsFilter) {
  return infiniteQueryOptions({
    queryKey: ['sessions', toKey(filter)] as const,
    queryFn: ({ pageParam, signal }) => getJson<SessionsPage>(toPath(filter, pageParam), signal),
    initialPageParam: null as string | null, // Widened: without it the type would be null alone.
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (previous, query) => (isSameRange(query?.queryKey[1], filter) ? previous : undefined),
    // Coming back to the tab asks whether the list is fresh, unless that means reading thousands of rows again.
    refetchOnWindowFocus: (query) => (query.state.data?.pages.length ?? 0) <= 5,
  });
}

/** How many sessions a filter would list, without asking for its rows. */
export function totalsQuery(filter: SessionsFilter) {
  return queryOptions({
    queryKey: ['totals', filter] as const,
    queryFn: async ({ signal }) => {
      const params = toFilterParams(filter);
      params.set('limit', '1');
      return (await getJson<SessionsPage>(`/api/sessions?${params}`, signal)).totals;
    },
  });
}

/** The rows of all pages. A session that moved between two pages while they were read is shown once. */
export function toSessions(data: SessionPages | undefined): Session[] {
  const byId = new Map<string, Session>();
  for (const page of data?.pages ?? []) {
    for (const session of page.sessions) byId.set(session.id, session);
  }
  return [...byId.values()];
}

/** The same list with `window` in the place of its older self; the list itself when it does not look at that window. */
export function withWindow(data: SessionPages, window: Window): SessionPages {
  const [first, ...rest] = data.pages;
  if (!first?.windows.some((known) => isSameWindow(known, window))) return data;
  const windows = first.windows.map((known) => (isSameWindow(known, window) ? window : known));
  return { ...data, pages: [{ ...first, windows }, ...rest] };
}

/**
 * What a list is known by. Where it begins is left out: everywhere begins earlier with each month that is read of the
 * past, and stays the same list, whose next reading asks from there.
 */
function toKey({ from: _from, ...rest }: SessionsFilter): Omit<SessionsFilter, 'from'> {
  return rest;
}

function isSameRange(before: Omit<SessionsFilter, 'from'> | undefined, now: SessionsFilter): boolean {
  return before?.month === now.month && before?.to === now.to && before?.trash === now.trash;
}

/** Whether both tell of the same month or the same trash. */
export function isSameWindow(a: Window, b: Window): boolean {
  return a.from === b.from && a.to === b.to && a.trash === b.trash;
}

function toPath(filter: SessionsFilter, cursor: string | null): string {
  const page = new URLSearchParams({ limit: String(pageRows), ...(cursor && { cursor }) });
  return `/api/sessions?${[toFilterParams(filter), page].join('&')}`;
}

/** A filter under the names that the server's lists and exports know, what is empty left out. */
export function toFilterParams(filter: SessionsFilter): URLSearchParams {
  const { kinds, states, ...rest } = filter;
  const named = Object.entries({ ...rest, kind: kinds, state: states });
  const isGiven = (value: string | number | undefined) => value !== undefined && value !== '';
  return new URLSearchParams(
    named.flatMap(([name, value]) => (isGiven(value) ? [[name, String(value)]] : [])),
  );
}
