import type { MomentsPage } from '@matinee/server/contract';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { getJson } from '../../lib/http.ts';

/** What is looked for, and where: inclusive UTC dates of the sessions' start, part of a speaker's name. */
export interface MomentsFilter {
  q: string;
  from: string;
  to: string;
  speaker: string;
}

const pageSize = 30;

/** Lines that were said or typed, page by page. While another search loads, the lines of the last one stay. */
export function momentsQuery(filter: MomentsFilter) {
  return infiniteQueryOptions({
    queryKey: ['moments', filter] as const,
    queryFn: ({ pageParam, signal }) => getJson<MomentsPage>(toPath(filter, pageParam), signal),
    initialPageParam: null as string | null, // Widened: without it the type would be null alone.
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}

function toPath({ q, from, to, speaker }: MomentsFilter, cursor: string | null): string {
  const named = { q, from, to, speaker, cursor: cursor ?? '', limit: String(pageSize) };
  const given = Object.entries(named).filter(([, value]) => value !== '');
  return `/api/moments?${new URLSearchParams(given)}`;
}
