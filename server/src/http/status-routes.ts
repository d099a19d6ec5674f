import type { Router } from 'express';
import { z } from 'zod';
import type { Status } from '../contract/index.ts';
import { parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { sendJson } from './send-json.ts';

const NoQuery = z.strictObject({});

/** `GET /api/status`: what runs, how Zoom treats us, how much the catalog holds. */
export function createStatusRoutes({ getStatus }: { getStatus: () => Status }): Router {
  const router = createRouter();
  addResource(router, '/api/status', {
    get: (request, response) => {
      parseQuery(NoQuery, request);
      sendJson(response, getStatus());
    },
  });
  return router;
}
