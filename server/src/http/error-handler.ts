import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Log } from '../log.ts';
import { RouteNotFound } from './errors.ts';
import { toProblem, toTrouble } from './problems.ts';
import { requestIdOf } from './request-log.ts';

/** The end of every path that no route took. */
export const answerNotFound: RequestHandler = () => {
  throw new RouteNotFound('There is nothing at this address.');
};

/**
 * The one place where a failure is answered and logged. A reader that left gets no answer; an answer that has begun is
 * cut (Express destroys the connection), because its end would be a lie.
 */
export function createErrorHandler({
  log,
  now = Date.now,
}: {
  log: Log;
  now?: () => number;
}): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.destroyed) return;
    if (response.headersSent) return next(error);
    const trouble = toTrouble(error, now());
    const problem = toProblem(trouble, requestIdOf(response));
    logFailure({ log, error, problem });
    send(response, problem, trouble.headers);
  };
}

function send(
  response: Response,
  problem: ReturnType<typeof toProblem>,
  headers: Record<string, string> = {},
): void {
  // A route may have named its answer (a file's type, its disposition) before it failed.
  for (const name of ['content-disposition', 'content-length', 'etag', 'last-modified'])
    response.removeHeader(name);
  response.status(problem.status).set(headers).set('cache-control', 'no-store');
  if (problem.retryAfterSeconds !== undefined)
    response.set('retry-after', `${Math.ceil(problem.retryAfterSeconds)}`);
  response.type('application/problem+json').send(JSON.stringify(problem));
}

function logFailure({
  log,
  error,
  problem,
}: {
  log: Log;
  error: unknown;
  problem: ReturnType<typeof toProblem>;
}): void {
  const line = { requestId: problem.instance, type: problem.type };
  if (problem.status === 500) log.error({ ...line, err: error }, 'a request failed by a bug');
  else if (problem.status > 500)
    log.warn({ ...line, reason: toReason(error) }, 'a request could not be served');
  else log.debug({ ...line, reason: toReason(error) }, 'a request was refused');
}

function toReason(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
}
