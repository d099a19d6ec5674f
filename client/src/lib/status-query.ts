import type { Status } from '@matinee/server/contract';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from './http.ts';

/** How the server and Zoom are; kept true by events, so it is asked once. */
export function statusQuery() {
  return queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => getJson<Status>('/api/status', signal),
  });
}
