import { json, type Request, type Router } from 'express';
import { z } from 'zod';
import {
  ChangeItemsQuery,
  ChangeRequest,
  IdempotencyKey,
  PreviewRequest,
  SteerRequest,
} from '../contract/index.ts';
import type { Trash } from '../trash/trash.ts';
import { InvalidRequest } from './errors.ts';
import { parseBody, parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { sendJson } from './send-json.ts';

const NoQuery = z.strictObject({});
/** 10,000 pairs of ids of 200 characters with what stands between them. */
const maxListBytes = 4400 * 1024;
const maxBodyBytes = 64 * 1024;

/** `/api/previews` and `/api/changes`: what people want done to recordings, how far it is, and what became of each. */
export function createChangesRoutes({ trash }: { trash: Trash }): Router {
  const router = createRouter();
  router.post(['/api/previews', '/api/changes'], json({ limit: maxListBytes, inflate: false }));
  router.post('/api/changes/:id/steer', json({ limit: maxBodyBytes, inflate: false }));
  addResource(router, '/api/previews', {
    post: async (request, response) => {
      response.status(201).json(await trash.preview(parseBody(PreviewRequest, request)));
    },
  });
  addResource(router, '/api/changes', {
    get: async (request, response) => {
      parseQuery(NoQuery, request);
      sendJson(response, await trash.list());
    },
    post: async (request, response) => {
      const key = parseKey(request);
      response.status(202).json(await trash.submit(key, parseBody(ChangeRequest, request)));
    },
  });
  addChangeResources(router, trash);
  return router;
}

function addChangeResources(router: Router, trash: Trash): void {
  addResource(router, '/api/changes/:id', {
    get: async (request, response) => {
      parseQuery(NoQuery, request);
      sendJson(response, await trash.get(String(request.params.id)));
    },
  });
  addResource(router, '/api/changes/:id/items', {
    get: async (request, response) => {
      const query = parseQuery(ChangeItemsQuery, request);
      sendJson(response, await trash.listItems(String(request.params.id), query));
    },
  });
  addResource(router, '/api/changes/:id/steer', {
    post: async (request, response) => {
      sendJson(response, await trash.steer(String(request.params.id), parseBody(SteerRequest, request)));
    },
  });
}

/** Without a key nobody could tell a repetition from a second wish. */
function parseKey(request: Request): string {
  const key = IdempotencyKey.safeParse(request.get('idempotency-key'));
  if (key.success) return key.data;
  throw new InvalidRequest([
    { pointer: '/idempotency-key', detail: 'a header Idempotency-Key of 1 to 200 printable characters' },
  ]);
}
