import type { RequestHandler } from 'express';
import { RouteNotFound } from './errors.ts';

/** Characters that a path of ours may hold unescaped (RFC 3986 pchar less `;`) and the slash. */
const plain = /^\/[A-Za-z0-9\-._~!$&'()*+,=:@%/]*$/;

/** Escapes that other software may read as a separator, a dot or an end of text: `/ \ ; .`, controls, DEL. */
const treacherous = /%(2f|5c|3b|2e|[01][0-9a-f]|7f)/i;

/**
 * Answers 404 to every path that two readers could understand differently (encoded slashes and dots, empty segments,
 * dot segments, parameters, broken escapes), so that no guard or route sees another path than its neighbour.
 */
export const requirePlainPath: RequestHandler = (request, _response, next) => {
  // The target as it came: Express's `path` has already lost a fragment, which no request should bear.
  const [path = ''] = request.originalUrl.split('?', 1);
  if (!isPlainPath(path)) throw new RouteNotFound('There is nothing at this address.');
  next();
};

/** Whether a raw path has exactly one reading. */
export function isPlainPath(path: string): boolean {
  if (!plain.test(path) || path.includes('//') || treacherous.test(path)) return false;
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return false;
  return isDecodable(path);
}

/** Whether a path, however its letters are written, belongs to the API and so never to the client's pages. */
export function isApiPath(path: string): boolean {
  const text = isDecodable(path) ? decodeURIComponent(path) : path;
  return /^\/(api|healthz|webhooks)(\/|$)/i.test(text);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
