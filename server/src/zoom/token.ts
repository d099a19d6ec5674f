import jwt from 'jsonwebtoken';

/** Zoom refuses tokens of the future, and no two clocks agree: a token says it is a minute older than it is. */
const BACK_DATED_SECONDS = 60;
const LIFETIME_SECONDS = 15 * 60;
const RENEW_BEFORE_MS = 60_000;

/** Signs what this client sends to Zoom. */
export interface TokenSource {
  /** A token that is good for at least another minute. */
  current(): string;
  /** After a 401: a token signed anew by the clock Zoom showed, unless another call has already replaced `refused`. */
  replace(refused: string): string;
  /** Notes what Zoom's clock said (its `Date` header). It is believed for signing only once a token was refused. */
  observe(date: string | undefined): void;
  /** Zoom's clock less ours, in milliseconds; 0 until an answer told it. */
  offsetMs(): number;
  /** Whether an answer has told it. */
  isClockKnown(): boolean;
}

/**
 * Keeps one HS256 token for the Video SDK REST API (zoom-api.md 1.2), reused until a minute before it ends.
 *
 * @param options.now wall clock in milliseconds, possibly wrong: that is what `observe` is for.
 */
export function createTokenSource(options: {
  credentials: { apiKey: string; apiSecret: string };
  now: () => number;
}): TokenSource {
  const { credentials, now } = options;
  let held: { token: string; signedAtMs: number; endsAtMs: number } | null = null;
  let observedOffsetMs = 0;
  let isClockKnown = false;
  let trustedOffsetMs = 0;

  function sign(): string {
    const signedAtMs = now() + trustedOffsetMs;
    const iat = Math.floor(signedAtMs / 1000) - BACK_DATED_SECONDS;
    const exp = iat + LIFETIME_SECONDS;
    held = { token: signToken(credentials, { iat, exp }), signedAtMs, endsAtMs: exp * 1000 };
    return held.token;
  }

  return {
    current() {
      const nowMs = now() + trustedOffsetMs;
      // A clock that was set back would otherwise keep an old token alive for longer than it says.
      const isFresh = held && nowMs >= held.signedAtMs && nowMs < held.endsAtMs - RENEW_BEFORE_MS;
      return held && isFresh ? held.token : sign();
    },
    replace(refused) {
      if (held && held.token !== refused) return held.token;
      trustedOffsetMs = observedOffsetMs;
      return sign();
    },
    observe(date) {
      const saidMs = date === undefined ? Number.NaN : Date.parse(date);
      // The header is cut to whole seconds: half a second more is right on average.
      if (Number.isNaN(saidMs)) return;
      observedOffsetMs = saidMs + 500 - now();
      isClockKnown = true;
    },
    offsetMs: () => observedOffsetMs,
    isClockKnown: () => isClockKnown,
  };
}

/** Signs one set of claims: HS256, `iss` the API key, times in Unix seconds. */
export function signToken(
  credentials: { apiKey: string; apiSecret: string },
  times: { iat: number; exp: number },
): string {
  return jwt.sign({ iss: credentials.apiKey, ...times }, credentials.apiSecret, { algorithm: 'HS256' });
}
