import { json, type Router } from 'express';
import { RefreshRequest, type Window } from '../contract/index.ts';
import type { Library } from '../library/library.ts';
import { parseBody } from './parse.ts';
import { addResource, createRouter } from './resource.ts';

const maxBodyBytes = 64 * 1024;

/** Who presses refresh so soon after another has pressed it together with him: milliseconds. */
const togetherMs = 2000;

interface Refreshing {
  begunMs: number;
  windows: Promise<Window[]>;
}

/**
 * `POST /api/refresh`: reads windows again now. 202, because the reading goes on; its progress comes as events. A short
 * reading is over before the last of fifty people has been heard, so equal requests within two seconds share one.
 */
export function createRefreshRoutes(deps: {
  library: Pick<Library, 'refresh'>;
  /** Milliseconds that never go back. */
  clock?: () => number;
}): Router {
  const { library, clock = () => performance.now() } = deps;
  const running = new Map<string, Refreshing>();
  const router = createRouter();

  function refreshTogether(wanted: RefreshRequest): Promise<Window[]> {
    const key = JSON.stringify(wanted);
    const known = running.get(key);
    if (known && clock() - known.begunMs < togetherMs) return known.windows;
    for (const [other, { begunMs }] of running) if (clock() - begunMs >= togetherMs) running.delete(other);
    const windows = library.refresh(wanted);
    running.set(key, { begunMs: clock(), windows });
    windows.catch(() => running.delete(key));
    return windows;
  }

  router.post('/api/refresh', json({ limit: maxBodyBytes, inflate: false }));
  addResource(router, '/api/refresh', {
    post: async (request, response) => {
      const windows = await refreshTogether(parseBody(RefreshRequest, request));
      response.status(202).json({ windows });
    },
  });
  return router;
}
