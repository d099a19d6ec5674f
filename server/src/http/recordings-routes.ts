import type { Router } from 'express';
import { RecordingsQuery } from '../contract/index.ts';
import type { Library } from '../library/library.ts';
import { parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { sendJson } from './send-json.ts';

/** `GET /api/recordings`: Zoom's own list, straight from Zoom, with our addresses in place of its. */
export function createRecordingsRoutes({ library }: { library: Library }): Router {
  const router = createRouter();
  addResource(router, '/api/recordings', {
    get: async (request, response) => {
      sendJson(response, await library.listUpstream(parseQuery(RecordingsQuery, request)));
    },
  });
  return router;
}
