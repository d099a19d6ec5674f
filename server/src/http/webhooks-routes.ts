import { type Request, type RequestHandler, type Router, raw } from 'express';
import type { Webhooks } from '../webhooks/webhooks.ts';
import { MethodNotAllowed, RouteNotFound } from './errors.ts';
import { createRouter } from './resource.ts';

const path = '/webhooks/zoom';

/** Zoom's largest events name the 150 files of a session; ten times that fits. */
const maxBodyBytes = 1024 * 1024;

/**
 * `POST /webhooks/zoom`, mounted before the guards: Zoom comes by a tunnel's name and bears none of our headers. Its
 * signature over the raw body is the guard, and nobody else can make one. Without a secret nothing is taken here.
 */
export function createWebhookDelivery({ webhooks }: { webhooks: Webhooks | null }): Router {
  const router = createRouter();
  if (!webhooks) return router;
  const receive: RequestHandler = async (request, response) => {
    const answer = await webhooks.receive({
      timestamp: request.get('x-zm-request-timestamp'),
      signature: request.get('x-zm-signature'),
      body: bodyOf(request),
    });
    if (answer.kind === 'kept') return void response.status(204).end();
    const { plainToken, encryptedToken } = answer;
    response.status(200).json({ plainToken, encryptedToken });
  };
  router.post(path, raw({ type: () => true, limit: maxBodyBytes, inflate: false }), receive);
  return router;
}

/** Every other method of that path, behind the guards as everything else: 405, or 404 when there is no such route. */
export function createWebhookRefusals({ webhooks }: { webhooks: Webhooks | null }): Router {
  const router = createRouter();
  router.all(path, () => {
    if (webhooks) throw new MethodNotAllowed(['POST']);
    throw new RouteNotFound('There is nothing at this address.');
  });
  return router;
}

/** Express leaves no body when none was sent. */
function bodyOf({ body }: Request): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
