import type { Session } from '@matinee/server/contract';
import type { QueryClient } from '@tanstack/react-query';

/**
 * The session as some list on an earlier page showed it, to draw at once while the whole of it is asked for.
 * A list's cache is read as unknown data: its shape is the business of the feature that made it.
 */
export function findListedSession(queryClient: QueryClient, id: string): Session | undefined {
  const lists = queryClient.getQueriesData<unknown>({ queryKey: ['sessions'] });
  return lists.flatMap(([, data]) => readPages(data)).find((session) => session.id === id);
}

function readPages(data: unknown): Session[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('sessions' in data && Array.isArray(data.sessions)) return data.sessions;
  return 'pages' in data && Array.isArray(data.pages) ? data.pages.flatMap(readPages) : [];
}
