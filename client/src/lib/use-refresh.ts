import type { RefreshAccepted, RefreshRequest } from '@matinee/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { postJson } from './http.ts';
import { sentenceOf } from './messages.ts';
import { toProblem } from './problem-error.ts';
import { showWindow } from './show-window.ts';

/** Asks the server to read these windows from Zoom now. What they bring is told by events. */
export function useRefresh(request: RefreshRequest) {
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => postJson<RefreshAccepted>('/api/refresh', request),
    onSuccess: ({ windows }) => {
      for (const window of windows) showWindow(queryClient, window);
    },
  });
  const problem = error ? toProblem(error) : null;
  return {
    onRefresh: () => mutate(),
    isRefreshing: isPending,
    refreshProblem: problem && sentenceOf(problem),
  };
}
