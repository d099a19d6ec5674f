import type { SavedSearch, SavedSearches, SavedSearchRequest } from '@matinee/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteResource, postJson } from '../../lib/http.ts';
import { problemSentences } from '../../lib/messages.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { savedSearchesQuery } from './saved-searches-query.ts';

/** Keeps a search on the server. `sentence`: why that failed. */
export function useSaveSearch() {
  const queryClient = useQueryClient();
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: (request: SavedSearchRequest) => postJson<SavedSearch>('/api/saved-searches', request),
    onSuccess: () => queryClient.invalidateQueries(savedSearchesQuery()),
  });
  return { mutate, isPending, savedName: data?.name, sentence: sentenceOf(error) };
}

/** Deletes a saved search. One that is gone already is taken off the list just so. */
export function useDeleteSearch(id: string) {
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      await deleteResource(`/api/saved-searches/${encodeURIComponent(id)}`).catch(forgiveGone);
    },
    onSuccess: () =>
      queryClient.setQueryData<SavedSearches>(savedSearchesQuery().queryKey, (known) =>
        known?.filter((each) => each.id !== id),
      ),
  });
  return { mutate, isPending, sentence: sentenceOf(error) };
}

function forgiveGone(error: unknown): void {
  if (toProblem(error).type !== '/problems/not-found') throw error;
}

/** The server says what is wrong with a name better than its problem's general sentence does. */
function sentenceOf(error: unknown): string | null {
  if (!error) return null;
  const { type, title, detail } = toProblem(error);
  return problemSentences[type] ?? (detail || title);
}
