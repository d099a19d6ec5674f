import express from 'express';
import type { Status } from './contract/index.ts';
import type { Doctor } from './doctor/doctor.ts';
import type { Exports } from './exports/exports.ts';
import { createHostGuard } from './http/allowed-host.ts';
import { createAuditRoutes } from './http/audit-routes.ts';
import { createChangesRoutes } from './http/changes-routes.ts';
import { createDoctorRoutes } from './http/doctor-routes.ts';
import { answerNotFound, createErrorHandler } from './http/error-handler.ts';
import { createEventsRoutes } from './http/events-routes.ts';
import { createExportsRoutes } from './http/exports-routes.ts';
import { createFilesRoutes } from './http/files-routes.ts';
import { createHealthRoutes } from './http/health-routes.ts';
import { createHistoryRoutes } from './http/history-routes.ts';
import { createLinesRoutes } from './http/lines-routes.ts';
import { createMomentsRoutes } from './http/moments-routes.ts';
import { requirePlainPath } from './http/plain-path.ts';
import { createPositionsRoutes } from './http/positions-routes.ts';
import { createRecordingsRoutes } from './http/recordings-routes.ts';
import { createRefreshRoutes } from './http/refresh-routes.ts';
import { createRefusalAudit } from './http/refusal-audit.ts';
import { createRequestLog } from './http/request-log.ts';
import { refuseForeignOrigins, requireOwnChanges } from './http/same-origin.ts';
import { createSavedSearchesRoutes } from './http/saved-searches-routes.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { createSessionZipRoutes } from './http/session-zip-routes.ts';
import { createSessionsRoutes } from './http/sessions-routes.ts';
import { createStaticClient } from './http/static-client.ts';
import { createStatusRoutes } from './http/status-routes.ts';
import { createWebhookDelivery, createWebhookRefusals } from './http/webhooks-routes.ts';
import type { Library } from './library/library.ts';
import type { Log } from './log.ts';
import type { Media } from './media/media.ts';
import { createStatusEvents } from './status-events.ts';
import type { Transcripts } from './transcripts/transcripts.ts';
import type { Trash } from './trash/trash.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type { ZoomClient } from './zoom/client.ts';

export interface AppDeps {
  library: Library;
  media: Media;
  exports: Exports;
  transcripts: Transcripts;
  trash: Trash;
  doctor: Doctor;
  /** Null: Zoom's events are not taken. */
  webhooks: Webhooks | null;
  zoom: Pick<ZoomClient, 'health' | 'onHealth'>;
  about: Pick<Status, 'version' | 'mode' | 'allowChanges'>;
  /** The name the server listens under; its port is that of each connection. */
  host: string;
  /** Where the built client lies. */
  clientDir: string;
  log: Log;
  /** Fires when the server stops. */
  closing: AbortSignal;
}

/**
 * Everything mounted, nothing listening. Order is the security: headers and log for every answer, then the guards on every
 * path there is, then routes.
 */
export function createApp(deps: AppDeps): express.Express {
  const { log, host, closing, clientDir, library } = deps;
  const { getStatus, subscribe } = createStatusEvents(deps);
  const app = express();
  app.disable('x-powered-by');
  app.set('case sensitive routing', true);
  app.set('strict routing', true);
  app.set('query parser', false);
  app.use(createRequestLog({ log }), setSecurityHeaders);
  app.use(createWebhookDelivery(deps));
  app.use(createHostGuard({ host }), requirePlainPath, refuseForeignOrigins, requireOwnChanges);
  app.use(createRefusalAudit(deps));
  app.use(createWebhookRefusals(deps));
  // First of all routes: a player that seeks waits for each one that is asked before.
  app.use(createFilesRoutes(deps));
  app.use(createHealthRoutes());
  app.use(createStatusRoutes({ getStatus }));
  app.use(createEventsRoutes({ getStatus, subscribe, closing }));
  app.use(createRecordingsRoutes({ library }));
  app.use(createSessionsRoutes({ library }));
  app.use(createRefreshRoutes({ library }));
  app.use(createHistoryRoutes({ library }));
  app.use(createSavedSearchesRoutes({ library }));
  app.use(createPositionsRoutes({ library }));
  app.use(createExportsRoutes(deps));
  app.use(createLinesRoutes(deps));
  app.use(createMomentsRoutes(deps));
  app.use(createSessionZipRoutes(deps));
  app.use(createChangesRoutes(deps));
  app.use(createAuditRoutes(deps));
  app.use(createDoctorRoutes(deps));
  app.use(createStaticClient({ clientDir }));
  app.use(answerNotFound);
  app.use(createErrorHandler({ log }));
  return app;
}
