import dns from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { type AddressPolicy, AddressRefused } from './address-policy.ts';
import { isDeniedAddress } from './denied-address.ts';
import { createGuardedLookup, type ResolveName } from './guarded-lookup.ts';

const CONNECT_TIMEOUT_MS = 5_000;

/** Makes a connector; `lookup` replaces the one of `node:dns`. */
export type MakeConnector = (options: {
  timeout: number;
  lookup?: LookupFunction;
}) => buildConnector.connector;

/**
 * Makes the one way a socket to Zoom's side is opened. What may be reached is decided by the very addresses that are
 * then connected to, so that a name cannot resolve to one thing for the check and to another for the connection.
 *
 * @param options.resolve replaces `dns.lookup`
 * @param options.makeConnector replaces undici's
 */
export function createConnect(options: {
  policy: AddressPolicy;
  resolve?: ResolveName;
  makeConnector?: MakeConnector;
}): buildConnector.connector {
  const { policy, resolve = dns.lookup, makeConnector = buildConnector } = options;
  const open = makeConnector({ timeout: CONNECT_TIMEOUT_MS });
  const guarded = makeConnector({
    timeout: CONNECT_TIMEOUT_MS,
    lookup: createGuardedLookup({ resolve, isDenied: isDeniedAddress, refuse: notPublic }),
  });
  return (target, callback) => {
    const port = target.port || (target.protocol === 'https:' ? '443' : '80');
    if (policy.mayBeLocal({ hostname: target.hostname, port })) return open(target, callback);
    const literal = target.hostname.replace(/^\[|\]$/g, '');
    // A literal is never looked up, so the guarded lookup would not see it.
    if (isIP(literal) && isDeniedAddress(literal)) return callback(notPublic(target.hostname), null);
    return guarded(target, callback);
  };
}

function notPublic(hostname: string): AddressRefused {
  return new AddressRefused(`"${hostname}" is not at a public address`);
}
