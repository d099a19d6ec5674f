import type { Response, Router } from 'express';
import { z } from 'zod';
import type { ServerEvent, Status } from '../contract/index.ts';
import { TooManyListeners } from './errors.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';

const NoQuery = z.strictObject({});

/** One browser opens one stream a tab; more than this is a program gone wrong. */
const maxListeners = 64;

export interface EventsDeps {
  getStatus: () => Status;
  /** Calls the listener for every event of the library and of Zoom's health; returns how to stop. */
  subscribe: (listener: (event: ServerEvent) => void) => () => void;
  /** Ends every stream when the server stops. */
  closing: AbortSignal;
}

/** `GET /api/events`: the state now as `status`, then what changes, as server-sent events. */
export function createEventsRoutes({ getStatus, subscribe, closing }: EventsDeps): Router {
  const router = createRouter();
  const streams = new Set<EventStream>();
  subscribe((event) => {
    for (const stream of streams) stream.send(event);
  });
  closing.addEventListener('abort', () => {
    for (const stream of streams) stream.end();
  });
  const open = (response: Response) => {
    if (streams.size >= maxListeners)
      throw new TooManyListeners('Too many pages listen at once. Close some.');
    const stream = createEventStream({ response });
    streams.add(stream);
    response.once('close', () => streams.delete(stream));
    stream.send({ name: 'status', data: getStatus() });
  };
  addResource(router, '/api/events', {
    get: (request, response) => {
      parseQuery(NoQuery, request);
      response.type('text/event-stream').set('cache-control', 'no-store');
      if (request.method === 'HEAD') response.end();
      else open(response);
    },
  });
  return router;
}
