import type { Response } from 'express';

/**
 * JSON that a browser may keep but must ask about each time (Express adds the ETag and answers 304).
 */
export function sendJson<Body>(response: Response, body: Body): void {
  response.set('cache-control', 'private, no-cache').json(body);
}
