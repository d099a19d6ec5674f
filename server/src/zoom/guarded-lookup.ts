import type dns from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Asks for the addresses of a name, as `dns.lookup` does. */
export type ResolveName = typeof dns.lookup;

/**
 * Makes a `lookup` for connecting that gives out no address of a name when one of them is denied: a name that points to
 * both a public and a private address is somebody's trick.
 *
 * @param options.refuse makes the error of a refused name
 */
export function createGuardedLookup(options: {
  resolve: ResolveName;
  isDenied: (address: string) => boolean;
  refuse: (hostname: string) => Error;
}): LookupFunction {
  const { resolve, isDenied, refuse } = options;
  return (hostname, asked, callback) => {
    resolve(hostname, { ...asked, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const first = addresses[0];
      if (!first || addresses.some(({ address }) => isDenied(address))) return callback(refuse(hostname), '');
      return asked.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}
