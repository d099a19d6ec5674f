import { createHash } from 'node:crypto';
import type { Seal } from './seal.ts';

/** Where a walk over pages stands. */
export interface PagePlace {
  /** Number of the page to be answered, 1 for the first. */
  page: number;
  /** Rows before it. */
  offset: number;
  /** The token that led here; none leads to the first page. */
  token?: string;
}

/** Makes the opaque token for the next page of a query, good from `nowMs` on. */
export function makePageToken(seal: Seal, query: string, place: PagePlace, nowMs: number): string {
  const fields = [nowMs, place.page, place.offset].map((value) => value.toString(36));
  const text = fields.join('.');
  return `${Buffer.from(text).toString('base64url')}${seal.sign(`${text}|${fingerprint(query)}`)}`;
}

const SIGNATURE_CHARACTERS = 24;

/** The place a token stands for; null when it is not ours, of another query, or older than `lifeMs`. */
export function readPageToken(
  token: string,
  rules: { seal: Seal; query: string; nowMs: number; lifeMs: number },
): PagePlace | null {
  const text = Buffer.from(token.slice(0, -SIGNATURE_CHARACTERS), 'base64url').toString('latin1');
  const signature = token.slice(-SIGNATURE_CHARACTERS);
  if (signature !== rules.seal.sign(`${text}|${fingerprint(rules.query)}`)) return null;
  const [madeAt = 0, page = 1, offset = 0] = text.split('.').map((field) => Number.parseInt(field, 36));
  return rules.nowMs - madeAt >= rules.lifeMs ? null : { page, offset };
}

function fingerprint(query: string): string {
  return createHash('sha256').update(query).digest('base64url');
}
