import type { Session } from '@matinee/server/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { rememberedList } from '../../lib/left-list.ts';
import { sessionsQuery, toSessions } from '../../lib/sessions-query.ts';

/** A session that is in none of so many pages is not looked for any further. */
const maxPages = 10;

/** The sessions above and below this one in the list one came from; undefined at its ends, and for whoever came from no list. */
export function useNeighbours(sessionId: string): {
  before: Session | undefined;
  after: Session | undefined;
} {
  const [filter] = useState(rememberedList);
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery({
    ...sessionsQuery(filter ?? {}),
    enabled: filter !== null,
    // The order in which the list was left, as long as it is known.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const sessions = useMemo(() => (filter ? toSessions(data) : []), [filter, data]);
  const index = sessions.findIndex(({ id }) => id === sessionId);
  const isWanting =
    index === -1 ? (data?.pages.length ?? maxPages) < maxPages : index === sessions.length - 1;
  const canAsk = isWanting && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (canAsk) void fetchNextPage();
  }, [canAsk, fetchNextPage]);
  if (index === -1) return { before: undefined, after: undefined };
  return { before: sessions[index - 1], after: sessions[index + 1] };
}
