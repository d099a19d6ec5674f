import type { Session } from '@matinee/server/contract';
import type { QueryClient } from '@tanstack/react-query';
import type { SessionPages, SessionsFilter } from './sessions-query.ts';

/** Puts the news about one session on its page and into its row of every live list, where they are known. In the trash it has no row there. */
export function showSession(queryClient: QueryClient, session: Session): void {
  queryClient.setQueryData<Session>(['session', session.id], (known) => known && session);
  queryClient.setQueriesData<SessionPages>(
    {
      queryKey: ['sessions'],
      predicate: ({ queryKey }) => !(queryKey[1] as SessionsFilter | undefined)?.trash,
    },
    (data) => data && (session.state === 'live' ? withSession(data, session) : without(data, session.id)),
  );
}

/** Takes a session that is nowhere any more out of every list, and lets its page say so. */
export function forgetSession(queryClient: QueryClient, id: string): void {
  queryClient.setQueriesData<SessionPages>({ queryKey: ['sessions'] }, (data) => data && without(data, id));
  void queryClient.invalidateQueries({ queryKey: ['session', id] });
}

/** The same list without that session; the list itself when it does not have it. */
function without(data: SessionPages, id: string): SessionPages {
  if (!data.pages.some(({ sessions }) => sessions.some((known) => known.id === id))) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    sessions: page.sessions.filter((known) => known.id !== id),
  }));
  return { ...data, pages };
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
