import { json, type Router } from 'express';
import { z } from 'zod';
import { SavedSearchRequest } from '../contract/index.ts';
import type { Library } from '../library/library.ts';
import { parseBody, parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { sendJson } from './send-json.ts';

const NoQuery = z.strictObject({});
const maxBodyBytes = 64 * 1024;

/** `GET, POST /api/saved-searches`, `DELETE /api/saved-searches/:id`: searches that every browser has. */
export function createSavedSearchesRoutes({
  library,
}: {
  library: Pick<Library, 'listSavedSearches' | 'saveSearch' | 'deleteSavedSearch'>;
}): Router {
  const router = createRouter();
  router.post('/api/saved-searches', json({ limit: maxBodyBytes, inflate: false }));
  addResource(router, '/api/saved-searches', {
    get: async (request, response) => {
      parseQuery(NoQuery, request);
      sendJson(response, await library.listSavedSearches());
    },
    post: async (request, response) => {
      response.status(201).json(await library.saveSearch(parseBody(SavedSearchRequest, request)));
    },
  });
  addResource(router, '/api/saved-searches/:id', {
    delete: async (request, response) => {
      await library.deleteSavedSearch(String(request.params.id));
      response.status(204).end();
    },
  });
  return router;
}
