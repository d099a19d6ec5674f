import type { Request, Router } from 'express';
import { z } from 'zod';
import type { Library } from '../library/library.ts';
import type { Media } from '../media/media.ts';
import { parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { mediaContentPolicy } from './security-headers.ts';

const ContentQuery = z.strictObject({ download: z.literal('1').optional() });

/**
 * `GET, HEAD /api/files/:id/content`: the bytes, in ranges if asked. Of the reader's headers only the range pair goes
 * further. A reader's leaving, or the server cutting its connection, stops everything at once.
 */
export function createFilesRoutes(deps: { library: Library; media: Media }): Router {
  const { library, media } = deps;
  const router = createRouter();
  addResource(router, '/api/files/:id/content', {
    get: async (request, response) => {
      const { download } = parseQuery(ContentQuery, request);
      const left = new AbortController();
      response.once('close', () => {
        if (!response.writableFinished) left.abort();
      });
      const file = await library.findFile(String(request.params.id));
      response.set('content-security-policy', mediaContentPolicy);
      await media.serve({
        file,
        request: { ...toMediaRequest(request), download: download === '1' },
        response,
        signal: left.signal,
      });
    },
  });
  return router;
}

function toMediaRequest(request: Request) {
  return {
    method: request.method === 'HEAD' ? ('HEAD' as const) : ('GET' as const),
    range: request.get('range'),
    ifRange: request.get('if-range'),
  };
}
