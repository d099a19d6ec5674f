import { json, type Router } from 'express';
import { ExportQuery, SelectionRequest } from '../contract/index.ts';
import type { Exports } from '../exports/exports.ts';
import { parseBody, parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { mediaContentPolicy } from './security-headers.ts';

/** 10,000 ids of 200 characters with what stands between them. */
const maxBodyBytes = 2200 * 1024;

/** `POST /api/selections`: sessions chosen for what comes next. `GET /api/export`: a list as a file. */
export function createExportsRoutes({ exports }: { exports: Exports }): Router {
  const router = createRouter();
  router.post('/api/selections', json({ limit: maxBodyBytes, inflate: false }));
  addResource(router, '/api/selections', {
    post: async (request, response) => {
      response.status(201).json(await exports.select(parseBody(SelectionRequest, request)));
    },
  });
  addResource(router, '/api/export', {
    get: async (request, response) => {
      const query = parseQuery(ExportQuery, request);
      const left = new AbortController();
      response.once('close', () => left.abort());
      response.set('content-security-policy', mediaContentPolicy);
      const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
      await exports.serve({ query, method, response, signal: left.signal });
    },
  });
  return router;
}
