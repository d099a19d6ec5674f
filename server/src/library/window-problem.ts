import type { WindowProblem } from '../contract/index.ts';
import {
  isWithoutRight,
  ZoomError,
  ZoomHttpError,
  ZoomNetworkError,
  ZoomPageTokenError,
  ZoomPausedError,
  ZoomTimeoutError,
} from '../zoom/errors.ts';
import { PaginationLoop } from './errors.ts';

/** Why a pass broke, in words that stand beside what an earlier one brought. Zoom's own text stays in the log. */
export function toWindowProblem(error: unknown, nowMs: number): WindowProblem {
  if (error instanceof PaginationLoop) return loop;
  if (error instanceof ZoomPausedError) return rateLimited((error.untilMs - nowMs) / 1000);
  if (error instanceof ZoomTimeoutError) {
    return problem(
      'zoom-timeout',
      'Zoom took too long',
      'Zoom did not answer in time. It is asked again by itself.',
    );
  }
  if (error instanceof ZoomNetworkError) {
    return problem(
      'zoom-unavailable',
      'Zoom cannot be reached',
      'Check the network of the server. Zoom is asked again by itself.',
    );
  }
  if (error instanceof ZoomPageTokenError) {
    return incomplete('Zoom’s page tokens keep expiring before the next page is asked for.');
  }
  if (error instanceof ZoomHttpError) return toHttpProblem(error);
  if (!(error instanceof ZoomError)) return internal;
  return problem(
    'zoom-unexpected-answer',
    'Zoom’s answer was not understood',
    'The server’s log says what was wrong with it.',
  );
}

/** A pass that ended, but cannot vouch for every session. */
export function incomplete(detail: string): WindowProblem {
  return problem('window-incomplete', 'Sessions may be missing', detail);
}

const internal = problem(
  'internal',
  'The window could not be read',
  'Something went wrong on our side. The server’s log says what.',
);

const loop = problem(
  'pagination-loop',
  'Zoom’s list does not end',
  'Zoom sent the same page again and again, so reading was stopped. What was read is kept.',
);

function toHttpProblem({ status, code, retryAfterSeconds }: ZoomHttpError): WindowProblem {
  if (isWithoutRight({ status, code })) {
    return problem(
      'zoom-credentials-refused',
      'This Zoom account may not list cloud recordings',
      'Cloud recording may be off or not in the plan.',
    );
  }
  if (status === 401) {
    return problem(
      'zoom-credentials-refused',
      'Zoom did not accept our key',
      'Check ZOOM_API_KEY and ZOOM_API_SECRET (the API key pair, not the SDK key pair) and the server’s clock.',
    );
  }
  if (status === 429) return rateLimited(retryAfterSeconds ?? 1);
  const answered = `Zoom answered ${status}${code === null ? '' : ` (code ${code})`}.`;
  if (status >= 500)
    return problem('zoom-unavailable', 'Zoom is in trouble', `${answered} It is asked again by itself.`);
  // A list is never missing: an address that has none is another one than Zoom's.
  const hint = status === 404 ? ' Check ZOOM_API_BASE_URL on the server.' : '';
  return problem('zoom-unexpected-answer', 'Zoom refused to list', answered + hint);
}

function rateLimited(seconds: number): WindowProblem {
  return {
    ...problem(
      'zoom-rate-limited',
      'Zoom asked us to wait',
      'The account’s share of requests is used up for now. Reading goes on by itself.',
    ),
    retryAfterSeconds: Math.max(0, Math.ceil(seconds)),
  };
}

type ShortType<T extends string> = T extends `/problems/${infer Short}` ? Short : never;

function problem(type: ShortType<WindowProblem['type']>, title: string, detail: string): WindowProblem {
  return { type: `/problems/${type}`, title, detail };
}
