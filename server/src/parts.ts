import { openCatalog } from './catalog/open-catalog.ts';
import type { CatalogFile } from './catalog/rows.ts';
import type { Config } from './config.ts';
import { createDoctor } from './doctor/doctor.ts';
import { createExports } from './exports/exports.ts';
import { fileLabel } from './library/file-label.ts';
import { createLibrary, type Library } from './library/library.ts';
import { parseSessionId, toSessionId } from './library/session-id.ts';
import type { Log } from './log.ts';
import { createMedia } from './media/media.ts';
import { createTranscripts } from './transcripts/transcripts.ts';
import { createTrash } from './trash/trash.ts';
import { createWebhooks } from './webhooks/webhooks.ts';
import { createZoomClient } from './zoom/client.ts';

/** A configuration whose account is known. */
export type AccountConfig = Config & { credentials: { apiKey: string; apiSecret: string } };

/** Every part of Matinee but its HTTP face, each handed what it needs of the others. Throws CatalogError. */
export function createParts({ config, log }: { config: AccountConfig; log: Log }) {
  const { baseUrl, credentials, hosts, rates } = config;
  const catalog = openCatalog({ dataDir: config.dataDir, log });
  const zoom = createZoomClient({ baseUrl, credentials, hosts, rates, log, pauses: catalog.pauses });
  const media = createMedia({
    zoom,
    log,
    askAddresses: (zoomId, urgency): Promise<void> => library.askAddresses(zoomId, urgency),
  });
  const library: Library = createLibrary({
    catalog,
    zoom,
    rememberAddresses: media.remember,
    historySince: config.historySince,
    log,
  });
  const exports = createExports({ source: library, log });
  const transcripts = createTranscripts({
    catalog,
    findFile: library.findFile,
    loadSessions: library.loadSessions,
    readBytes: media.readWhole,
    indexing: { isOn: config.indexTranscripts, perSecond: rates.light },
    log,
  });
  // What was landed may hold words.
  library.subscribe(transcripts.wake);
  const trash = createTrash({
    catalog,
    zoom,
    words: { parseSessionId, toSessionId, labelOf: labelOfFile },
    onMoved: library.tellOfMove,
    isAllowed: config.allowChanges,
    lightRate: rates.light,
    log,
  });
  const { webhookSecret: secret } = config;
  const inbox = catalog.webhookInbox;
  const webhooks =
    secret === null
      ? null
      : createWebhooks({
          ...{ secret, inbox, log },
          follow: library.followSession,
          isExpected: trash.isExpected,
          followMoves: library.followMoves,
        });
  const doctor = createDoctor({
    zoom,
    library,
    media,
    checkDatabase: catalog.check,
    lastEventMs: inbox.lastMs,
    settings: { ...config, takesEvents: webhooks !== null },
    log,
  });
  return {
    ...{ library, media, exports, transcripts, trash, webhooks, doctor, zoom },
    /** Goes on with what an earlier run left, and has the account's past read behind everything else. */
    async startBackgroundWork(): Promise<void> {
      await trash.start();
      await webhooks?.start();
      library.startHistory();
      library.startReconciling();
      library.startPreparing();
      transcripts.start();
    },
    /** Ends what runs and closes everything in the order of who needs whom. */
    async close(): Promise<void> {
      webhooks?.stop();
      await trash.stop();
      await Promise.all([transcripts.stop(), library.stop()]);
      await zoom.close();
      catalog.close();
    },
  };
}

function labelOfFile(file: CatalogFile): string {
  const { source, participantName: name, userId, userKey } = file;
  return fileLabel({ ...file, participant: source === 'recording' ? null : { name, userId, userKey } });
}
