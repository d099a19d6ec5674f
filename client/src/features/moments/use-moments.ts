import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type MomentsFilter, momentsQuery } from './moments-query.ts';

/** What a search in words found so far. */
export function useMoments(filter: MomentsFilter) {
  const query = useInfiniteQuery(momentsQuery(filter));
  const pages = query.data?.pages;
  const moments = useMemo(() => pages?.flatMap((page) => page.moments) ?? [], [pages]);
  return {
    moments,
    /** Of the newest answer, which knows best; null before the first. */
    indexing: pages?.at(-1)?.indexing ?? null,
    /** What is shown belongs to the search before this one. */
    isStale: query.isPlaceholderData,
    isLoading: query.isPending,
    error: query.data ? null : query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    onMore: () => void query.fetchNextPage(),
    onRetry: () => void query.refetch(),
  };
}

/** `12`, `30+` while more are known to follow. */
export function countWords({
  moments,
  hasMore,
}: Pick<ReturnType<typeof useMoments>, 'moments' | 'hasMore'>): string {
  return `${moments.length}${hasMore ? '+' : ''}`;
}
