import type { Session, Totals, Window } from '@matinee/server/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { withoutMoving } from './changes/moving.ts';
import { useMoving } from './changes/moving-store.ts';
import { rememberList } from './left-list.ts';
import { type SessionsFilter, sessionsQuery, toSessions } from './sessions-query.ts';

/** What is known of a list's rows, and what is still under way. */
export interface SessionListState {
  sessions: readonly Session[];
  /** Of the whole filtered list; null before the first answer. */
  totals: Totals | null;
  windows: readonly Window[];
  /** The failure of the whole list, if no row of it is known. */
  error: unknown;
  /** Nothing can be said yet: no answer, or a first pass that has brought no row so far. */
  isLoading: boolean;
  /** The rows shown belong to the search or order before this one. */
  isStale: boolean;
  isLoadingMore: boolean;
  hasMore: boolean;
  hasMoreFailed: boolean;
  /** A later reading failed: what is shown was read at this time (ms). */
  staleSince: number | null;
  onRetry: () => void;
  onMore: () => void;
  /** Asks for more unless that is under way or has just failed. */
  onNearEnd: () => void;
}

/** A list of sessions that grows as the reader nears its end. */
export function useSessionList(filter: SessionsFilter): SessionListState {
  const query = useInfiniteQuery(sessionsQuery(filter));
  useEffect(() => rememberList(filter), [filter]);
  const { fetchNextPage, refetch, hasNextPage, isFetching, isFetchNextPageError } = query;
  const moving = useMoving();
  const first = query.data?.pages[0];
  const { sessions, totals } = useMemo(
    () =>
      withoutMoving(
        { sessions: toSessions(query.data), totals: query.data?.pages[0]?.totals ?? null },
        { moving, trash: filter.trash },
      ),
    [query.data, moving, filter.trash],
  );
  const windows = first?.windows ?? noWindows;
  const isFirstPass = sessions.length === 0 && windows.some(isFirstReading) && !windows.some(hasBeenRead);

  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);

  return {
    sessions,
    totals,
    windows,
    error: query.data ? null : query.error,
    isLoading: query.isPending || isFirstPass,
    isStale: query.isPlaceholderData,
    isLoadingMore: query.isFetchingNextPage,
    hasMore: hasNextPage,
    hasMoreFailed: isFetchNextPageError,
    staleSince: query.isRefetchError && !isFetchNextPageError ? query.dataUpdatedAt : null,
    onRetry: useCallback(() => void refetch(), [refetch]),
    onMore,
    onNearEnd,
  };
}

const noWindows: readonly Window[] = [];

/** Of many windows some are enough to say that nothing was found so far. */
function hasBeenRead(window: Window): boolean {
  return window.syncedAt !== null;
}

function isFirstReading(window: Window): boolean {
  return window.state === 'syncing' && window.syncedAt === null;
}
