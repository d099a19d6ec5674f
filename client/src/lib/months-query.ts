import type { Months } from '@matinee/server/contract';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from './http.ts';

/** Every known month with its totals, newest first. */
export function monthsQuery() {
  return queryOptions({
    queryKey: ['months'],
    queryFn: ({ signal }) => getJson<Months>('/api/months', signal),
  });
}
