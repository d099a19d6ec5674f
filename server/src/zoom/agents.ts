import { Agent } from 'undici';
import type { AddressPolicy } from './address-policy.ts';
import { createConnect } from './connect.ts';
import type { ResolveName } from './guarded-lookup.ts';

const HEADERS_TIMEOUT_MS = 10_000;
const BODY_IDLE_MS = 30_000;

/** How long an answer may take to begin, and to go on, on any connection to Zoom's side. */
export const answerTimeouts = { headersTimeout: HEADERS_TIMEOUT_MS, bodyTimeout: BODY_IDLE_MS };

/**
 * Makes a pool of connections that reach only what the policy lets them.
 *
 * @param options.connections most sockets per host
 * @param options.resolve replaces `dns.lookup`
 */
export function createAgent(options: {
  policy: AddressPolicy;
  connections: number;
  resolve?: ResolveName;
}): Agent {
  const { connections } = options;
  return new Agent({ connections, pipelining: 1, ...answerTimeouts, connect: createConnect(options) });
}
