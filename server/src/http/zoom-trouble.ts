import {
  isWithoutRight,
  ZoomAddressRefusedError,
  ZoomError,
  ZoomHttpError,
  ZoomNetworkError,
  ZoomPageTokenError,
  ZoomPausedError,
  ZoomTimeoutError,
} from '../zoom/errors.ts';
import type { Trouble } from './trouble.ts';

/** Whether a failure is Zoom's, or of the way to it. */
export function isZoomError(error: unknown): error is ZoomError {
  return error instanceof ZoomError;
}

/** Zoom's failures in words that tell a person what to do. Zoom's own text stays in the log: it may hold anything. */
export function toZoomTrouble(error: ZoomError, now: number): Trouble {
  if (error instanceof ZoomPausedError) return rateLimited(Math.max(0, (error.untilMs - now) / 1000));
  if (error instanceof ZoomPageTokenError) {
    return {
      type: '/problems/invalid-request',
      detail: 'The page token has expired (it lives 15 minutes). Begin again with the first page.',
      errors: [{ pointer: '/next_page_token', detail: 'is dead or was made for another question' }],
    };
  }
  if (error instanceof ZoomNetworkError) {
    return {
      type: '/problems/zoom-unavailable',
      detail: 'Zoom could not be reached. Check the network, then try again.',
    };
  }
  if (error instanceof ZoomTimeoutError) {
    return { type: '/problems/zoom-timeout', detail: 'Zoom did not answer in time. Try again.' };
  }
  if (error instanceof ZoomAddressRefusedError) {
    return {
      type: '/problems/zoom-redirect-refused',
      detail:
        'The file’s address is on no list of hosts we trust (ZOOM_DOWNLOAD_HOSTS, ZOOM_CDN_HOSTS). Nothing was fetched.',
    };
  }
  if (error instanceof ZoomHttpError) return toHttpTrouble(error);
  return {
    type: '/problems/zoom-unexpected-answer',
    detail: 'Zoom’s answer could not be understood. The log says what was wrong with it.',
  };
}

function toHttpTrouble({ status, code, retryAfterSeconds, operation }: ZoomHttpError): Trouble {
  if (isWithoutRight({ status, code })) {
    return {
      type: '/problems/zoom-credentials-refused',
      title: 'This Zoom account may not list cloud recordings',
      detail: 'Cloud recording may be off or not in the plan.',
    };
  }
  if (status === 401) {
    return {
      type: '/problems/zoom-credentials-refused',
      detail:
        'Check ZOOM_API_KEY and ZOOM_API_SECRET on the server (the API key pair, not the SDK key pair), and its clock.',
    };
  }
  if (status === 429) return rateLimited(retryAfterSeconds ?? 1);
  // A list is never missing: an address that has none is another one than Zoom's.
  if (status === 404 && operation === 'listRecordings') {
    return {
      type: '/problems/zoom-unexpected-answer',
      detail: 'Zoom’s list of recordings was not found (404). Check ZOOM_API_BASE_URL on the server.',
    };
  }
  if (status === 404) {
    return { type: '/problems/not-found', detail: 'Zoom knows no such recording. It may have been deleted.' };
  }
  const answered = `Zoom answered ${status}${code === null ? '' : ` (code ${code})`}.`;
  if (status >= 500) return { type: '/problems/zoom-unavailable', detail: `${answered} Try again.` };
  return { type: '/problems/zoom-unexpected-answer', detail: answered };
}

function rateLimited(seconds: number): Trouble {
  return {
    type: '/problems/zoom-rate-limited',
    detail: 'The account’s share of requests is used up for now. It goes on by itself.',
    retryAfterSeconds: Math.ceil(seconds),
  };
}
