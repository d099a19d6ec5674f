import type { Indexing, MomentsPage } from '@matinee/server/contract';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';

/** Lines are asked for again at most this often while the index grows. */
const intervalMs = 2000;

/** Shows how far the words of the library are read, beside every search in them, and looks for what came since. */
export function showIndexing(queryClient: QueryClient, indexing: Indexing): void {
  for (const [queryKey] of queryClient.getQueriesData({ queryKey: ['moments'] })) {
    // What is written is no newer answer: its time stays, or lines would never be asked for again.
    const updatedAt = queryClient.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
    queryClient.setQueryData<InfiniteData<MomentsPage>>(queryKey, (data) => withIndexing(data, indexing), {
      updatedAt,
    });
  }
  void queryClient.invalidateQueries({
    queryKey: ['moments'],
    predicate: ({ state }) => indexing.state === 'done' || Date.now() - state.dataUpdatedAt > intervalMs,
  });
}

function withIndexing(data: InfiniteData<MomentsPage> | undefined, indexing: Indexing) {
  return data && { ...data, pages: data.pages.map((page) => ({ ...page, indexing })) };
}
