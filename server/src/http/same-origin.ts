import type { Request, RequestHandler } from 'express';
import { OriginRefused, UnsupportedBody } from './errors.ts';
import { isApiPath } from './plain-path.ts';

/** The constant header that our client sends with every change and that no other origin can send without asking first. */
const ownHeader = 'x-matinee';

/**
 * Lets only our own pages read and change anything (Fetch Metadata, RFC 6454 Origin). A neighbour on another port of this
 * machine is another origin although it is the same site. A link from elsewhere may open a page of the client,
 * never an answer of the API.
 */
export const refuseForeignOrigins: RequestHandler = (request, _response, next) => {
  if (!isOwnOrigin(request)) throw new OriginRefused('This request was made by a page of another origin.');
  if (!isOwnFetch(request)) throw new OriginRefused('This request was made by a page of another origin.');
  next();
};

/** Every method that could change something must bear our header and announce JSON, which no HTML form can. */
export const requireOwnChanges: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  if (request.get(ownHeader) !== '1') throw new OriginRefused('A change needs the header X-Matinee: 1.');
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(request.get('content-type') ?? '')) {
    throw new UnsupportedBody('A change needs a JSON body (content-type: application/json).');
  }
  next();
};

function isOwnOrigin(request: Request): boolean {
  const origin = request.get('origin');
  return origin === undefined || origin === `http://${request.get('host')}`;
}

function isOwnFetch(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site === undefined || site === 'same-origin') return true;
  const isNavigation = request.method === 'GET' && request.get('sec-fetch-mode') === 'navigate';
  if (!isNavigation) return false;
  if (site === 'none') return true;
  return request.get('sec-fetch-dest') === 'document' && !isApiPath(request.path);
}
