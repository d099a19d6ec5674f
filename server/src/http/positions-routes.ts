import { json, type Router } from 'express';
import { z } from 'zod';
import { PositionRequest } from '../contract/index.ts';
import type { Library } from '../library/library.ts';
import { parseBody, parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { sendJson } from './send-json.ts';

const NoQuery = z.strictObject({});
const maxBodyBytes = 4 * 1024;

/** `GET, PUT /api/sessions/:id/position`: where somebody left off, the same in every browser. */
export function createPositionsRoutes({
  library,
}: {
  library: Pick<Library, 'getPosition' | 'savePosition'>;
}): Router {
  const router = createRouter();
  router.put('/api/sessions/:id/position', json({ limit: maxBodyBytes, inflate: false }));
  addResource(router, '/api/sessions/:id/position', {
    get: async (request, response) => {
      parseQuery(NoQuery, request);
      sendJson(response, await library.getPosition(String(request.params.id)));
    },
    put: async (request, response) => {
      const position = parseBody(PositionRequest, request);
      sendJson(response, await library.savePosition(String(request.params.id), position));
    },
  });
  return router;
}
