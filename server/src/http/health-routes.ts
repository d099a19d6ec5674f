import type { Router } from 'express';
import { addResource, createRouter } from './resource.ts';

/** `GET /healthz`: the process serves. Says nothing about Zoom; `/api/status` does. */
export function createHealthRoutes(): Router {
  const router = createRouter();
  addResource(router, '/healthz', {
    get: (_request, response) => {
      response.json({ ok: true });
    },
  });
  return router;
}
