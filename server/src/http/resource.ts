import { type RequestHandler, Router } from 'express';
import { MethodNotAllowed } from './errors.ts';

type Handlers = {
  get?: RequestHandler;
  post?: RequestHandler;
  put?: RequestHandler;
  delete?: RequestHandler;
};

/** A router for one capability: case-sensitive and strict, so that a path has one spelling. */
export function createRouter(): Router {
  return Router({ caseSensitive: true, strict: true });
}

/** Mounts a resource: its handlers by method, and 405 with `Allow` for every other method. GET answers HEAD too. */
export function addResource(router: Router, path: string, handlers: Handlers): void {
  const route = router.route(path);
  if (handlers.get) route.get(handlers.get);
  if (handlers.post) route.post(handlers.post);
  if (handlers.put) route.put(handlers.put);
  if (handlers.delete) route.delete(handlers.delete);
  const allowed = [
    ...(handlers.get ? ['GET', 'HEAD'] : []),
    ...(handlers.post ? ['POST'] : []),
    ...(handlers.put ? ['PUT'] : []),
    ...(handlers.delete ? ['DELETE'] : []),
  ];
  route.all(() => {
    throw new MethodNotAllowed(allowed);
  });
}
