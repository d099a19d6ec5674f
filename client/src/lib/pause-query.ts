import type { Window } from '@matinee/server/contract';
import { type QueryClient, queryOptions } from '@tanstack/react-query';

/** Until when Zoom asked us to wait (ms since 1970), as far as events have told; never asked for. */
export function pauseQuery() {
  return queryOptions<number | null>({
    queryKey: ['pause'],
    queryFn: () => null,
    enabled: false,
    initialData: null,
  });
}

/** Remembers the end of a pause that a window's problem tells of. */
export function notePause(queryClient: QueryClient, window: Window): void {
  const seconds = window.problem?.retryAfterSeconds;
  if (seconds !== undefined) queryClient.setQueryData(['pause'], Date.now() + seconds * 1000);
}
