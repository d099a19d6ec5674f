import type { Window } from '@matinee/server/contract';
import type { QueryClient } from '@tanstack/react-query';
import { type SessionPages, withWindow } from './sessions-query.ts';

/** Puts the news about one window into every list on screen that looks at it, without asking for rows. */
export function showWindow(queryClient: QueryClient, window: Window): void {
  queryClient.setQueriesData<SessionPages>(
    { queryKey: ['sessions'] },
    (data) => data && withWindow(data, window),
  );
}
