import { QueryClient } from '@tanstack/react-query';
import { toProblem } from '../lib/problem-error.ts';

/** Failures that a second try may mend by itself; the server has already retried what is worth more than one. */
const worthOneMoreTry = new Set<string>(['/problems/zoom-unavailable', '/problems/zoom-timeout']);

/** One cache for the whole page. Nothing is retried but brief outages of Zoom; nothing polls. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The server is on this machine: a browser that is offline reaches it all the same.
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => failures < 1 && worthOneMoreTry.has(toProblem(error).type),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
