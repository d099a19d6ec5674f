import type { Router } from 'express';
import { z } from 'zod';
import type { Transcripts } from '../transcripts/transcripts.ts';
import { parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { sendInParts } from './send-in-parts.ts';

const NoQuery = z.strictObject({});

/** `GET /api/files/:id/lines`: a transcript, captions, a chat or a timeline, parsed. */
export function createLinesRoutes({ transcripts }: { transcripts: Pick<Transcripts, 'readLines'> }): Router {
  const router = createRouter();
  addResource(router, '/api/files/:id/lines', {
    get: async (request, response) => {
      parseQuery(NoQuery, request);
      const left = new AbortController();
      response.once('close', () => left.abort());
      const found = await transcripts.readLines(String(request.params.id), left.signal);
      const { fileId, kind, unreadable } = found;
      const head = { fileId, kind, unreadable };
      const [name, items] = found.kind === 'timeline' ? ['spans', found.spans] : ['lines', found.lines];
      await sendInParts(response, { head, name, items });
    },
  });
  return router;
}
