import type { Windows } from '@matinee/server/contract';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from './http.ts';

/** Every window: when it was read, what that brought, what went wrong. Kept true by events while it is known. */
export function windowsQuery() {
  return queryOptions({
    queryKey: ['windows'],
    queryFn: ({ signal }) => getJson<Windows>('/api/windows', signal),
  });
}
