import { randomBytes } from 'node:crypto';
import type { JsonValue } from './account.ts';
import type { Answer } from './exchange.ts';
import { bodyOf } from './file-content.ts';

const NO_STORE = {
  'cache-control': 'no-store, no-transform, must-revalidate, no-cache',
  pragma: 'no-cache',
};

/** A JSON answer; `value` is anything JSON.stringify takes. */
export function jsonAnswer(status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    body: bodyOf(JSON.stringify(value)),
  };
}

/** Zoom's error body `{code, message}` (zoom-api.md 1.4), never to be cached. */
export function errorAnswer(
  error: { status: number; code: number; message: string; errors?: JsonValue },
  headers: Answer['headers'] = {},
): Answer {
  const { status, ...body } = error;
  return jsonAnswer(status, body, { ...NO_STORE, ...headers });
}

/** 401 code 124, with Zoom's wording for a token that is wrong or too old. */
export function refusedToken(verdict: 'invalid' | 'expired'): Answer {
  const message = verdict === 'expired' ? 'Access token is expired.' : 'Invalid access token.';
  return errorAnswer({ status: 401, code: 124, message });
}

/** 404 code 3301 for a session that is unknown, trashed or not ready. */
export function noRecording(): Answer {
  return errorAnswer({ status: 404, code: 3301, message: 'There is no recording for this meeting.' });
}

/** 404 code 2300 for a route there is not. */
export function unknownRoute(): Answer {
  return errorAnswer({ status: 404, code: 2300, message: 'This API endpoint is not recognized.' });
}

/** 400 code 300, naming one field. */
export function validationFailed(field: string, message: string): Answer {
  return errorAnswer({ status: 400, code: 300, message: 'Validation Failed.', errors: [{ field, message }] });
}

/** 400 code 300 for a page token that is wrong, too old or of another query. */
export function deadPageToken(): Answer {
  return errorAnswer({ status: 400, code: 300, message: 'The next page token is invalid or expired.' });
}

/** A page of HTML, as Zoom's web host shows instead of a file. */
export function htmlAnswer(status: number, sentence: string): Answer {
  const html = `<!DOCTYPE html><html><head><title>Recording</title></head><body><p>${sentence}</p></body></html>`;
  return { status, headers: { 'content-type': 'text/html;charset=UTF-8', ...NO_STORE }, body: bodyOf(html) };
}

/** 302 to an address. */
export function redirectAnswer(location: string, status = 302): Answer {
  return { status, headers: { location, ...NO_STORE }, body: bodyOf('') };
}

/** A number for Zoom's support, as each answer carries one. */
export function createTrackingId(): string {
  return `v=2.0;clid=us06;rid=WEB_${randomBytes(16).toString('hex')}`;
}
