import { json, type Router } from 'express';
import { RefreshRequest } from '../contract/index.ts';
import type { Library } from '../library/library.ts';
import { parseBody } from './parse.ts';
import { addResource, createRouter } from './resource.ts';

const maxBodyBytes = 64 * 1024;

/** `POST /api/refresh`: reads windows again now. 202, because the reading goes on; its progress comes as events. */
export function createRefreshRoutes({ library }: { library: Library }): Router {
  const router = createRouter();
  router.post('/api/refresh', json({ limit: maxBodyBytes, inflate: false }));
  addResource(router, '/api/refresh', {
    post: async (request, response) => {
      const windows = await library.refresh(parseBody(RefreshRequest, request));
      response.status(202).json({ windows });
    },
  });
  return router;
}
