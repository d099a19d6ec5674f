import { createHmac, timingSafeEqual } from 'node:crypto';

/** Zoom sets no limit of age; five minutes is what those who publish one use (zoom-api.md 5.2). */
const MAX_AGE_MS = 300_000;

/** What proves that a delivery comes from Zoom: both headers as they came, and the body before anybody parsed it. */
export interface SignedDelivery {
  /** `x-zm-request-timestamp`, Unix seconds. */
  timestamp: string | undefined;
  /** `x-zm-signature`, `v0=` and lower-case hex. */
  signature: string | undefined;
  body: Buffer;
}

/** Null when the delivery is signed with that secret and at most five minutes from `nowMs`; else what is wrong with it. */
export function refusalOf(
  { timestamp, signature, body }: SignedDelivery,
  { secret, nowMs }: { secret: string; nowMs: number },
): string | null {
  if (timestamp === undefined || signature === undefined) return 'The delivery is not signed.';
  // Number() alone would take '1e9', '0x10' and ' 5 ' for times.
  if (!/^\d{1,12}$/.test(timestamp)) return 'The time of the signature cannot be read.';
  if (!isEqual(signature, sign(secret, `v0:${timestamp}:`, body))) return 'The signature does not match.';
  if (Math.abs(nowMs - Number(timestamp) * 1000) > MAX_AGE_MS) return 'The signature is too old or too new.';
  return null;
}

/** The answer to Zoom's question whether this address is ours: lower-case hex HMAC-SHA256 of its token (zoom-api.md 5.3). */
export function encryptToken(secret: string, plainToken: string): string {
  return createHmac('sha256', secret).update(plainToken).digest('hex');
}

function sign(secret: string, prefix: string, body: Buffer): string {
  return `v0=${createHmac('sha256', secret).update(prefix).update(body).digest('hex')}`;
}

/** In a time that tells nothing of where the two differ. */
function isEqual(given: string, expected: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
