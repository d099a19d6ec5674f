import { json, type Router } from 'express';
import { z } from 'zod';
import { HistoryRequest } from '../contract/index.ts';
import type { Library } from '../library/library.ts';
import { parseBody, parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { sendJson } from './send-json.ts';

const NoQuery = z.strictObject({});
const maxBodyBytes = 64 * 1024;

/** `GET, POST /api/history`: how far the account's past is read, and a person's pause of it. */
export function createHistoryRoutes({
  library,
}: {
  library: Pick<Library, 'history' | 'steerHistory'>;
}): Router {
  const router = createRouter();
  router.post('/api/history', json({ limit: maxBodyBytes, inflate: false }));
  addResource(router, '/api/history', {
    get: (request, response) => {
      parseQuery(NoQuery, request);
      sendJson(response, library.history());
    },
    post: async (request, response) => {
      sendJson(response, await library.steerHistory(parseBody(HistoryRequest, request)));
    },
  });
  return router;
}
