import type { Session } from '@matinee/server/contract';
import type { QueryClient } from '@tanstack/react-query';
import type { SessionPages, SessionsFilter } from './sessions-query.ts';

/** Puts the news about one session on its page and into its row of every live list, where they are known. */
export function showSession(queryClient: QueryClient, session: Session): void {
  queryClient.setQueryData<Session>(['session', session.id], (known) => known && session);
  queryClient.setQueriesData<SessionPages>(
    {
      queryKey: ['sessions'],
      predicate: ({ queryKey }) => !(queryKey[1] as SessionsFilter | undefined)?.trash,
    },
    (data) => data && withSession(data, session),
  );
}

/** The same list with `session` in the place of its older self; the list itself when it does not have it. */
function withSession(data: SessionPages, session: Session): SessionPages {
  const isIn = data.pages.some(({ sessions }) => sessions.some(({ id }) => id === session.id));
  if (!isIn) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    sessions: page.sessions.map((known) => (known.id === session.id ? session : known)),
  }));
  return { ...data, pages };
}
