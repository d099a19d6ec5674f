import type { Months, Window, Windows } from '@matinee/server/contract';
import type { QueryClient } from '@tanstack/react-query';
import { isSameWindow, type SessionPages, withWindow } from './sessions-query.ts';

/** Puts the news about one window wherever it is on screen, lists, strip and details, without asking for rows. */
export function showWindow(queryClient: QueryClient, window: Window): void {
  queryClient.setQueriesData<SessionPages>(
    { queryKey: ['sessions'] },
    (data) => data && withWindow(data, window),
  );
  queryClient.setQueryData<Windows>(['windows'], (known) =>
    known?.map((before) => (isSameWindow(before, window) ? window : before)),
  );
  const month = window.from?.slice(0, 7);
  queryClient.setQueryData<Months>(['months'], (known) =>
    known?.map((before) => (before.month === month ? { ...before, state: window.state } : before)),
  );
}
