import { type Operation, type ZoomError, ZoomHttpError, ZoomPageTokenError } from './errors.ts';
import type { JsonAnswer } from './json-exchange.ts';
import { oneHeader, trackingIdOf } from './response-headers.ts';
import { parseRetryAfter, untilNextUtcDay } from './retry-after.ts';

const MESSAGE_LIMIT = 300;
const VALIDATION_FAILED = 300;
const TOO_MANY_REQUESTS = 429;
/** A longer wait is not slept through but becomes a pause that everybody can see. */
const LONGEST_WAIT_MS = 60_000;

/** A refusal, and how long its rate label is to be left alone because of it (`null`: not at all). */
export interface ReadRefusal {
  error: ZoomError;
  pauseMs: number | null;
}

/**
 * The refusal that an answer is, or `null` when it is none: any status but 2xx, and a 2xx whose body is
 * `{code, message}` (zoom-api.md 1.4 has seen permissions refused that way).
 *
 * @param nowMs wall clock, for dates in an answer that does not tell its own
 */
export function readRefusal(operation: Operation, answer: JsonAnswer, nowMs: number): ReadRefusal | null {
  const { code, message } = errorBody(answer.json);
  const isGood = answer.status >= 200 && answer.status <= 299;
  if (isGood && (code === null || message === null || holdsRecordings(answer.json))) return null;
  const zoomMessage = (message ?? '').slice(0, MESSAGE_LIMIT);
  // Documented for Meetings with a final dot, seen live without it.
  if (code === VALIDATION_FAILED && /next page token/i.test(zoomMessage)) {
    return {
      error: new ZoomPageTokenError(operation, 'the page token is invalid or expired'),
      pauseMs: null,
    };
  }
  const waitMs = parseRetryAfter(answer.headers, nowMs);
  const error = new ZoomHttpError(operation, {
    status: answer.status,
    code,
    zoomMessage,
    retryAfterSeconds: waitMs === null ? null : Math.ceil(waitMs / 1000),
    trackingId: trackingIdOf(answer.headers),
  });
  return { error, pauseMs: pauseFor(answer, { zoomMessage, waitMs, nowMs }) };
}

function pauseFor(
  { status, headers }: JsonAnswer,
  said: { zoomMessage: string; waitMs: number | null; nowMs: number },
): number | null {
  const { zoomMessage, waitMs, nowMs } = said;
  const isDaily =
    /daily/i.test(oneHeader(headers, 'x-ratelimit-type') ?? '') || /daily rate limit/i.test(zoomMessage);
  if (status === TOO_MANY_REQUESTS && isDaily) return waitMs || untilNextUtcDay(headers, nowMs);
  return waitMs !== null && waitMs > LONGEST_WAIT_MS ? waitMs : null;
}

function errorBody(json: unknown): { code: number | null; message: string | null } {
  if (typeof json !== 'object' || json === null) return { code: null, message: null };
  const code = 'code' in json && typeof json.code === 'number' ? json.code : null;
  const message = 'message' in json && typeof json.message === 'string' ? json.message : null;
  return { code, message };
}

function holdsRecordings(json: unknown): boolean {
  return typeof json === 'object' && json !== null && ('sessions' in json || 'session_id' in json);
}
