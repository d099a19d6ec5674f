import type { Router } from 'express';
import { AuditExportQuery, AuditQuery } from '../contract/index.ts';
import type { Exports } from '../exports/exports.ts';
import type { Trash } from '../trash/trash.ts';
import { parseQuery } from './parse.ts';
import { addResource, createRouter } from './resource.ts';
import { mediaContentPolicy } from './security-headers.ts';
import { sendJson } from './send-json.ts';

/** `GET /api/audit`: what was changed by whom, newest first. `GET /api/audit/export`: the same as a file. */
export function createAuditRoutes({ trash, exports }: { trash: Trash; exports: Exports }): Router {
  const router = createRouter();
  addResource(router, '/api/audit', {
    get: async (request, response) => {
      sendJson(response, await trash.listAudit(parseQuery(AuditQuery, request)));
    },
  });
  addResource(router, '/api/audit/export', {
    get: async (request, response) => {
      const query = parseQuery(AuditExportQuery, request);
      const left = new AbortController();
      response.once('close', () => left.abort());
      response.set('content-security-policy', mediaContentPolicy);
      const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
      const entries = trash.walkAudit(query, left.signal);
      await exports.serveAudit({ entries, query, method, response, signal: left.signal });
    },
  });
  return router;
}
