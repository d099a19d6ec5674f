import type { History } from '@matinee/server/contract';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from './http.ts';

/** How far the account's past has been read; kept true by events, so it is asked once. */
export function historyQuery() {
  return queryOptions({
    queryKey: ['history'],
    queryFn: ({ signal }) => getJson<History>('/api/history', signal),
  });
}
