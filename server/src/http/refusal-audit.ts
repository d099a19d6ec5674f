import type { ErrorRequestHandler } from 'express';
import type { Log } from '../log.ts';
import type { Trash } from '../trash/trash.ts';
import { HostRefused, OriginRefused, UnsupportedBody } from './errors.ts';

const changing = /^\/api\/(changes|previews)(\/|$)/;

/** Writes down that somebody else's page tried to change recordings, before it is refused. Nothing of its body was read. */
export function createRefusalAudit({
  trash,
  log,
}: {
  trash: Pick<Trash, 'noteRefusal'>;
  log: Log;
}): ErrorRequestHandler {
  return async (error, request, _response, next) => {
    const isRefusal = [OriginRefused, HostRefused, UnsupportedBody].some((kind) => error instanceof kind);
    if (isRefusal && request.method !== 'GET' && changing.test(request.path)) {
      const origin = request.get('origin') ?? 'an unnamed origin';
      const detail = `${request.method} ${request.path} from ${origin.slice(0, 200)}: ${error.message}`;
      log.warn({ method: request.method }, 'a change was refused at the door');
      await trash.noteRefusal({ action: null, detail });
    }
    next(error);
  };
}
