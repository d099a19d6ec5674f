import type { Session } from '@matinee/server/contract';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../lib/http.ts';

/** One session with all its files. The server re-reads it from Zoom when what it knows is old. */
export function sessionQuery(id: string) {
  return queryOptions({
    queryKey: ['session', id],
    queryFn: ({ signal }) => getJson<Session>(`/api/sessions/${encodeURIComponent(id)}`, signal),
  });
}
