import type { Months, TrashMonths, TrashType } from '@matinee/server/contract';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from './http.ts';

/** Every known month with its totals, newest first. */
export function monthsQuery() {
  return queryOptions({
    queryKey: ['months'],
    queryFn: ({ signal }) => getJson<Months>('/api/months', signal),
  });
}

/** The months whose recordings are in a trash, newest first; asked for again whenever the months are. */
export function trashMonthsQuery(trash: TrashType) {
  return queryOptions({
    queryKey: ['months', 'trash', trash],
    queryFn: ({ signal }) => getJson<TrashMonths>(`/api/trash/months?trash=${trash}`, signal),
  });
}
