import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

const GLOBAL_UNICAST_V6 = ipaddr.parseCIDR('2000::/3');

/**
 * Tells whether an IP address may not be connected to: anything but globally routed unicast. That leaves out
 * loopback, private, link-local, shared (CGNAT), multicast, unspecified and reserved ranges, and every IPv6
 * range that carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo), whatever that address is.
 *
 * @param address an IP address without brackets; text that is none is denied too.
 */
export function isDeniedAddress(address: string): boolean {
  // ipaddr.js would also read the short and octal spellings, which mean different things to different readers.
  if (isIP(address) === 0) return true;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return true;
  return parsed.kind() === 'ipv6' && !parsed.match(GLOBAL_UNICAST_V6);
}
