import { isIPv4 } from 'node:net';
import { z } from 'zod';

/** Messages here never quote the value: a secret pasted into the wrong setting must not be printed. */

/** A credential: printable ASCII without spaces, as Zoom issues them. */
export const secretText = z
  .string()
  .trim()
  .regex(
    /^[\x21-\x7e]+$/,
    'holds characters that no key has (a space, a line break or a letter outside ASCII)',
  )
  .optional();

/** `1/true/on/yes` or `0/false/off/no`. */
export const flag = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.enum(['1', 'true', 'on', 'yes', '0', 'false', 'off', 'no'], { error: 'must be 1 or 0' }))
  .transform((word) => ['1', 'true', 'on', 'yes'].includes(word))
  .optional();

/** Plain digits within bounds; no signs, fractions or exponents. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .pipe(z.number().min(min, error).max(max, error));
}

/** Requests per second, more than 0 and at most 1,000; fractions are welcome (0.5 is one in two seconds). */
export const perSecond = z
  .string()
  .trim()
  .regex(/^\d{1,4}(\.\d{1,3})?$/, 'must be a number of requests per second, e.g. 10')
  .transform(Number)
  .pipe(z.number().positive('must be more than 0').max(1000, 'must be at most 1000 per second'));

/** A UTC month as its date begins, `2024-01`. */
export const month = z
  .string()
  .trim()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2024-01')
  .optional();

const label = '[a-z0-9]([a-z0-9-]*[a-z0-9])?';
const hostPattern = new RegExp(`^((\\*\\.)?${label}(\\.${label})*|\\[[0-9a-f:.]+\\])(:\\d{1,5})?$`);

/** The pattern lets through what no address can hold: `1.2.3.4.5`, `[:::]`, port 99999. */
function isHostEntry(entry: string): boolean {
  return hostPattern.test(entry) && !/:0+$/.test(entry) && URL.canParse(`ws://${entry.replace('*.', '')}`);
}

/** `host`, `host:port` or `*.suffix`, separated by commas; lower-cased. */
export const hostList = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean),
  )
  .pipe(
    z
      .array(z.string().refine(isHostEntry, 'must be host, host:port or *.host, separated by commas'))
      .min(1, 'must name a host')
      .transform((hosts) => [...new Set(hosts)]),
  );

/** An http(s) address without user, query or fragment; a slash at its end is cut. */
export const baseUrl = z
  .string()
  .trim()
  .refine(isPlainAddress, 'must be an address such as https://api.zoom.us/v2')
  .transform((address) => address.replace(/\/+$/, ''));

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && !username && !password && !search && !hash;
}

function isLoopback(host: string): boolean {
  return ['localhost', '::1', '[::1]'].includes(host) || (isIPv4(host) && host.startsWith('127.'));
}

/** Only this machine may connect: Matinee asks nobody for a password yet, so a wider address would be open to all. */
export const loopbackHost = z
  .string()
  .trim()
  .toLowerCase()
  .refine(
    isLoopback,
    'must be 127.0.0.1, localhost or ::1: Matinee has no sign-in yet, so it refuses to listen where others could reach it',
  )
  .transform((host) => host.replace(/^\[|\]$/g, ''));

/** One of these words, in whatever case. */
export function word<const Words extends readonly string[]>(words: Words) {
  return z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(words, { error: `must be one of ${words.join(', ')}` }));
}
