import type { Router } from 'express';
import { z } from 'zod';
import type { Library } from '../library/library.ts';
import type { Media } from '../media/media.ts';
import { parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { mediaContentPolicy } from './security-headers.ts';

const NoQuery = z.strictObject({});

/** `GET, HEAD /api/sessions/:id/zip`: all files of a session in one. A reader's leaving stops everything at once. */
export function createSessionZipRoutes(deps: { library: Library; media: Media }): Router {
  const { library, media } = deps;
  const router = createRouter();
  addResource(router, '/api/sessions/:id/zip', {
    get: async (request, response) => {
      parseQuery(NoQuery, request);
      const left = new AbortController();
      response.once('close', () => left.abort());
      const session = await library.getSession(String(request.params.id));
      response.set('content-security-policy', mediaContentPolicy);
      const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
      await media.serveZip({ session, method, response, signal: left.signal });
    },
  });
  return router;
}
