import { isIP } from 'node:net';
import { isDeniedAddress } from './denied-address.ts';
import { type HostEntry, matchesEntry, parseHostEntry, portOf } from './host-entry.ts';

/** The lists of design.md 3: who may receive the token, who may only be fetched from; the second wins. */
export interface OutboundHosts {
  download: string[];
  cdn: string[];
  /** Lets exactly the base URL's and the written-out hosts (no `*.`) be http, on any port, and local. */
  allowInsecure: boolean;
}

/** Thrown for an address that is on no list; the message names no part of the address but its host. */
export class AddressRefused extends Error {}

/** Decides about every address this client connects to. */
export interface AddressPolicy {
  /**
   * Whether this address may receive the token.
   *
   * @throws AddressRefused when it may not be asked at all.
   */
  judge(url: URL): { mayHaveToken: boolean };
  /** Whether a host and port is one that the owner wrote out for a simulator: no check of its IP address. */
  mayBeLocal(host: { hostname: string; port: string }): boolean;
}

/**
 * Makes the policy of one client.
 *
 * @param options.baseUrl address of the API; its host may have the token too.
 * @throws TypeError when an entry is no host, or the base URL no URL or not https where it must be.
 */
export function createAddressPolicy(options: { hosts: OutboundHosts; baseUrl: string }): AddressPolicy {
  const { allowInsecure } = options.hosts;
  const base = new URL(options.baseUrl);
  if (base.protocol !== 'https:' && !(allowInsecure && base.protocol === 'http:')) {
    throw new TypeError(
      'ZOOM_API_BASE_URL must begin with https:// (or set ZOOM_ALLOW_INSECURE for a simulator)',
    );
  }
  const api: HostEntry = { name: base.hostname, isSuffix: false, port: portOf(base) };
  const cdn = options.hosts.cdn.map(parseHostEntry);
  const download = [...options.hosts.download.map(parseHostEntry), api];

  const isRelaxed = (entry: HostEntry) => allowInsecure && !entry.isSuffix;
  const mayBeLocal: AddressPolicy['mayBeLocal'] = (host) =>
    [...cdn, ...download].some((entry) => isRelaxed(entry) && matchesEntry(entry, host));

  return {
    mayBeLocal,
    judge(url) {
      const host = { hostname: url.hostname, port: portOf(url) };
      const isCdn = cdn.some((entry) => matchesEntry(entry, host));
      if (!isCdn && !download.some((entry) => matchesEntry(entry, host))) throw refusal(url, 'is on no list');
      if (url.username !== '' || url.password !== '') throw refusal(url, 'comes with a user name');
      if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refusal(url, 'is not https');
      if (mayBeLocal(host)) return { mayHaveToken: !isCdn };
      if (url.protocol !== 'https:') throw refusal(url, 'is not https');
      if (host.port !== '443') throw refusal(url, 'is on another port than 443');
      const literal = url.hostname.replace(/^\[|\]$/g, '');
      if (isIP(literal) && isDeniedAddress(literal)) throw refusal(url, 'is not a public address');
      return { mayHaveToken: !isCdn };
    },
  };
}

function refusal(url: URL, why: string): AddressRefused {
  return new AddressRefused(`the address at "${url.hostname}" ${why}`);
}
