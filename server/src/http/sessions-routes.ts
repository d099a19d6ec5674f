import type { Router } from 'express';
import { z } from 'zod';
import { SessionsQuery, TrashMonthsQuery } from '../contract/index.ts';
import type { Library } from '../library/library.ts';
import { parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { sendJson } from './send-json.ts';

const NoQuery = z.strictObject({});

/** `GET /api/sessions`, `GET /api/sessions/:id`, `GET /api/months`, `GET /api/trash/months`, `GET /api/windows`: the catalog as people see it. */
export function createSessionsRoutes({ library }: { library: Library }): Router {
  const router = createRouter();
  addResource(router, '/api/sessions', {
    get: async (request, response) => {
      sendJson(response, await library.listSessions(parseQuery(SessionsQuery, request)));
    },
  });
  addResource(router, '/api/sessions/:id', {
    get: async (request, response) => {
      parseQuery(NoQuery, request);
      sendJson(response, await library.getSession(String(request.params.id)));
    },
  });
  addResource(router, '/api/months', {
    get: async (request, response) => {
      parseQuery(NoQuery, request);
      sendJson(response, await library.listMonths());
    },
  });
  addResource(router, '/api/trash/months', {
    get: async (request, response) => {
      const { trash } = parseQuery(TrashMonthsQuery, request);
      sendJson(response, await library.listTrashMonths(trash));
    },
  });
  addResource(router, '/api/windows', {
    get: async (request, response) => {
      parseQuery(NoQuery, request);
      sendJson(response, await library.listWindows());
    },
  });
  return router;
}
