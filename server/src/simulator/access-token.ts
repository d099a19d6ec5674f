import { createHmac, timingSafeEqual } from 'node:crypto';

export interface TokenRules {
  apiKey: string;
  apiSecret: string;
  nowMs: number;
  /** How far ahead `iat` and `nbf` may lie, in seconds. */
  toleranceSeconds: number;
  /** The longest life (`exp` less `iat`) accepted, in seconds; null accepts any, as Zoom seems to. */
  maxLifeSeconds: number | null;
}

/** Zoom's two words for a token it does not take (zoom-api.md 1.4). */
export type TokenVerdict = 'ok' | 'invalid' | 'expired';

interface Claims {
  iss?: unknown;
  iat?: unknown;
  nbf?: unknown;
  exp?: unknown;
}

/**
 * Checks a Video SDK REST token: HS256 and nothing else, issued for our key, signed with our secret, not expired.
 * Written on node:crypto alone, so that the library the client signs with is not also the one that judges it.
 */
export function checkAccessToken(token: string, rules: TokenRules): TokenVerdict {
  const [header, payload, signature, ...rest] = token.split('.');
  if (!header || !payload || !signature || rest.length > 0) return 'invalid';
  if (readPart<{ alg?: unknown }>(header)?.alg !== 'HS256') return 'invalid';
  const expected = createHmac('sha256', rules.apiSecret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'invalid';
  const claims = readPart<Claims>(payload);
  if (claims?.iss !== rules.apiKey) return 'invalid';
  return checkTimes(claims, rules);
}

function checkTimes(claims: Claims, rules: TokenRules): TokenVerdict {
  const { exp, iat, nbf } = claims;
  const nowSeconds = rules.nowMs / 1000;
  if (typeof exp !== 'number') return 'invalid';
  if (exp <= nowSeconds) return 'expired';
  for (const start of [iat, nbf]) {
    if (typeof start === 'number' && start > nowSeconds + rules.toleranceSeconds) return 'invalid';
  }
  const lifeSeconds = exp - (typeof iat === 'number' ? iat : nowSeconds);
  return rules.maxLifeSeconds !== null && lifeSeconds > rules.maxLifeSeconds ? 'invalid' : 'ok';
}

function readPart<Part>(part: string): Part | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    // Every field of Part is optional and unknown, so any object is one.
    return typeof value === 'object' && value !== null ? (value as Part) : null;
  } catch {
    return null;
  }
}
