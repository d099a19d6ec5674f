import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { closeServer } from './http/close-server.ts';
import { createHttpServer } from './http/http-server.ts';
import type { Log } from './log.ts';
import { type AccountConfig, createParts } from './parts.ts';

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
  config: AccountConfig;
  log: Log;
  /** Where the built client lies; the repository's own unless a test brings one. */
  clientDir?: string;
}

/**
 * Builds every part, joins them, and listens. Throws CatalogError, and the system's error when the port is taken; then
 * nothing is left open.
 */
export async function startMatinee(options: MatineeOptions): Promise<Matinee> {
  const { config, log, clientDir = builtClient } = options;
  const { host, mode, allowChanges } = config;
  const version = readVersion();
  const closing = new AbortController();
  const parts = createParts({ config, log });
  const about = { version, mode, allowChanges };
  const app = createApp({ ...parts, about, host, clientDir, log, closing: closing.signal });
  const server = createHttpServer(app);
  try {
    server.listen(config.port, host);
    await once(server, 'listening');
  } catch (error) {
    await parts.close();
    throw error;
  }
  return {
    url: toUrl(server.address()),
    version,
    startBackgroundWork: parts.startBackgroundWork,
    async stop() {
      closing.abort();
      await closeServer(server);
      await parts.close();
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
