import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { openCatalog } from './catalog/open-catalog.ts';
import type { Config } from './config.ts';
import { createExports } from './exports/exports.ts';
import { closeServer } from './http/close-server.ts';
import { createHttpServer } from './http/http-server.ts';
import { createLibrary, type Library } from './library/library.ts';
import type { Log } from './log.ts';
import { createMedia } from './media/media.ts';
import { createTranscripts } from './transcripts/transcripts.ts';
import { createWebhooks } from './webhooks/webhooks.ts';
import { createZoomClient } from './zoom/client.ts';

/** A running Matinee. */
export interface Matinee {
  /** Where it answers, e.g. `http://127.0.0.1:4600`. */
  url: string;
  version: string;
  /** Goes on with what an earlier run left, and has the account's past read behind everything else. */
  startBackgroundWork(): Promise<void>;
  /** Takes no new work, ends what runs, and closes everything in the order of who needs whom. */
  stop(): Promise<void>;
}

export interface MatineeOptions {
  config: Config & { credentials: { apiKey: string; apiSecret: string } };
  log: Log;
  /** Where the built client lies; the repository's own unless a test brings one. */
  clientDir?: string;
}

/**
 * Builds every part, joins them, and listens. Throws CatalogError, and the system's error when the port is taken; then
 * nothing is left open.
 */
export async function startMatinee({
  config,
  log,
  clientDir = builtClient,
}: MatineeOptions): Promise<Matinee> {
  const { baseUrl, credentials, hosts, rates } = config;
  const version = readVersion();
  const closing = new AbortController();
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
  const about = { version, mode: config.mode, allowChanges: config.allowChanges };
  const { host } = config;
  const exports = createExports({ source: library, log });
  const transcripts = createTranscripts({ findFile: library.findFile, readBytes: media.readWhole });
  const webhooks =
    config.webhookSecret === null
      ? null
      : createWebhooks({
          secret: config.webhookSecret,
          inbox: catalog.webhookInbox,
          follow: library.followSession,
          log,
        });
  const app = createApp({
    library,
    media,
    exports,
    transcripts,
    webhooks,
    zoom,
    about,
    host,
    clientDir,
    log,
    closing: closing.signal,
  });
  const server = createHttpServer(app);
  const closeParts = async () => {
    webhooks?.stop();
    await library.stop();
    await zoom.close();
    catalog.close();
  };
  try {
    server.listen(config.port, host);
    await once(server, 'listening');
  } catch (error) {
    await closeParts();
    throw error;
  }
  return {
    url: toUrl(server.address()),
    version,
    async startBackgroundWork() {
      await webhooks?.start();
      library.startHistory();
      library.startReconciling();
    },
    async stop() {
      closing.abort();
      await closeServer(server);
      await closeParts();
    },
  };
}

const builtClient = fileURLToPath(new URL('../../client/dist/', import.meta.url));

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return String(version);
}

function toUrl(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
