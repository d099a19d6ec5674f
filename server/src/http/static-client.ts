import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import { MethodNotAllowed } from './errors.ts';
import { isApiPath } from './plain-path.ts';
import { createRouter } from './resource.ts';

/** Names under `assets/` hold a hash of their content, so a browser need never ask again. */
const immutable = 'public, max-age=31536000, immutable';

/**
 * The built client: its files as they are, `index.html` for every page address (the client has the routes). Paths of
 * the API that no route took are left to the 404 at the end.
 */
export function createStaticClient({ clientDir }: { clientDir: string }): Router {
  const router = createRouter();
  router.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { ...common, setHeaders: cacheAs(immutable) }),
  );
  router.use('/assets', (_request, _response, next) => next('router'));
  router.use(express.static(clientDir, { ...common, setHeaders: cacheAs('no-cache') }));
  router.use(createPageHandler(join(clientDir, 'index.html')));
  return router;
}

const common = {
  index: false,
  redirect: false,
  acceptRanges: false,
  dotfiles: 'ignore',
  cacheControl: false,
} as const;

function cacheAs(value: string) {
  return (response: Parameters<RequestHandler>[1]) => void response.set('cache-control', value);
}

/** No page of the client has a dot in its last segment: who asks for a file is not answered with a page. */
function isFileName(path: string): boolean {
  return path.slice(path.lastIndexOf('/')).includes('.');
}

function createPageHandler(page: string): RequestHandler {
  return async (request, response, next) => {
    if (isApiPath(request.path) || isFileName(request.path)) return next();
    if (!['GET', 'HEAD'].includes(request.method)) throw new MethodNotAllowed(['GET', 'HEAD']);
    response.set('cache-control', 'no-cache');
    if (existsSync(page)) return void response.type('html').send(await readFile(page, 'utf8'));
    response.status(503).type('text/plain').send('The pages are not built yet. Run: npm run build\n');
  };
}
