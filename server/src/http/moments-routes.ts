import type { Router } from 'express';
import { MomentsQuery } from '../contract/index.ts';
import type { Transcripts } from '../transcripts/transcripts.ts';
import { parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { sendJson } from './send-json.ts';

/** `GET /api/moments`: what was said and typed, in the whole library, by its words. */
export function createMomentsRoutes({
  transcripts,
}: {
  transcripts: Pick<Transcripts, 'findMoments'>;
}): Router {
  const router = createRouter();
  addResource(router, '/api/moments', {
    get: async (request, response) => {
      sendJson(response, await transcripts.findMoments(parseQuery(MomentsQuery, request)));
    },
  });
  return router;
}
