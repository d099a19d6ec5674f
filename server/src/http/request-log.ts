import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Log } from '../log.ts';

/** The id that a request's log line and its problem answer share. */
export function requestIdOf(response: Response): string {
  return String(response.getHeader(header) ?? '');
}

const header = 'x-request-id';

/**
 * Gives each request an id and writes one line when it is over: method, route pattern, status, milliseconds. Never the
 * path or the query, which people fill with names.
 */
export function createRequestLog({ log, now = Date.now }: { log: Log; now?: () => number }): RequestHandler {
  return (request, response, next) => {
    const begun = now();
    response.set(header, randomUUID());
    response.once('close', () => {
      const line = {
        requestId: requestIdOf(response),
        method: request.method,
        route: routeOf(request),
        status: response.statusCode,
        ms: now() - begun,
      };
      if (response.writableFinished) log.info(line, 'request');
      else log.debug({ ...line, left: true }, 'request');
    });
    next();
  };
}

function routeOf(request: Request): string {
  const pattern: unknown = request.route?.path;
  return typeof pattern === 'string' ? pattern : '(none)';
}
