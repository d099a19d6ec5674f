import type { Window } from '@matinee/server/contract';
import type { Query, QueryClient } from '@tanstack/react-query';

/** Rows are asked for again at most this often while a pass brings them. */
const intervalMs = 1000;
/** A longer list is asked for again when the pass has ended, not with each of its steps. */
const maxPagesWhileSyncing = 5;

/** Asks for rows and months again soon after windows have changed, many changes at once. */
export function createListRefresher(queryClient: QueryClient) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasEnded = false;

  function refresh(): void {
    timer = undefined;
    // A first answer cannot be taken back, and may tell what was true before the change: it is waited for.
    if (queryClient.isFetching({ queryKey: ['sessions'], predicate: hasNoData }) > 0) {
      later();
      return;
    }
    const wasEnd = hasEnded;
    hasEnded = false;
    void queryClient.invalidateQueries(
      {
        queryKey: ['sessions'],
        predicate: ({ state }) => wasEnd || countPages(state.data) <= maxPagesWhileSyncing,
      },
      // An answer under way is let come while more changes follow it; the last one asks anew.
      { cancelRefetch: wasEnd },
    );
    void queryClient.invalidateQueries({ queryKey: ['months'] });
  }

  function later(): void {
    timer ??= setTimeout(refresh, intervalMs);
  }

  return {
    note(window: Pick<Window, 'state'>): void {
      hasEnded ||= window.state !== 'syncing';
      later();
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
}

function hasNoData({ state }: Query): boolean {
  return state.data === undefined;
}

function countPages(data: unknown): number {
  const pages = typeof data === 'object' && data !== null && 'pages' in data ? data.pages : [];
  return Array.isArray(pages) ? pages.length : 0;
}
