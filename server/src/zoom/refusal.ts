import type { IncomingHttpHeaders } from 'node:http';
import { type Operation, type ZoomError, ZoomHttpError, ZoomPageTokenError } from './errors.ts';
import type { JsonAnswer } from './json-exchange.ts';
import { trackingIdOf } from './response-headers.ts';
import { parseRetryAfter } from './retry-after.ts';

const MESSAGE_LIMIT = 300;
const VALIDATION_FAILED = 300;

/**
 * The error that an answer is, or `null` when it is none: any status but 2xx, and a 2xx whose body is
 * `{code, message}` (zoom-api.md 1.4 has seen permissions refused that way).
 */
export function refusalOf(operation: Operation, answer: JsonAnswer, nowMs = Date.now()): ZoomError | null {
  const { code, message } = errorBody(answer.json);
  const isGood = answer.status >= 200 && answer.status <= 299;
  if (isGood && (code === null || message === null || holdsRecordings(answer.json))) return null;
  const zoomMessage = (message ?? '').slice(0, MESSAGE_LIMIT);
  // Documented for Meetings with a final dot, seen live without it.
  if (code === VALIDATION_FAILED && /next page token/i.test(zoomMessage)) {
    return new ZoomPageTokenError(operation, 'the page token is invalid or expired');
  }
  return new ZoomHttpError(operation, {
    status: answer.status,
    code,
    zoomMessage,
    retryAfterSeconds: retryAfterSeconds(answer.headers, nowMs),
    trackingId: trackingIdOf(answer.headers),
  });
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

function retryAfterSeconds(headers: IncomingHttpHeaders, nowMs: number): number | null {
  const waitMs = parseRetryAfter(headers, nowMs);
  return waitMs === null ? null : Math.ceil(waitMs / 1000);
}
