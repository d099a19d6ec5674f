import type { SavedSearches } from '@matinee/server/contract';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../lib/http.ts';

/** The searches kept on the server, by name. */
export function savedSearchesQuery() {
  return queryOptions({
    queryKey: ['saved-searches'],
    queryFn: ({ signal }) => getJson<SavedSearches>('/api/saved-searches', signal),
  });
}
