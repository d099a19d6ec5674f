import {
  isWithoutRight,
  ZoomAddressRefusedError,
  ZoomHttpError,
  ZoomNetworkError,
  ZoomPausedError,
  ZoomShapeError,
  ZoomTimeoutError,
} from './errors.ts';
import type { ZoomState } from './zoom-state.ts';

const UNAUTHORIZED = 401;
const TOO_MANY_REQUESTS = 429;

const WRONG_KEYS =
  'Zoom did not accept our key. Check the Video SDK API key and secret on the server; also its clock. ZOOM_API_KEY and ZOOM_API_SECRET must be the API key pair of the account, not its SDK key pair.';
const NO_RIGHT_TO_READ =
  'This Zoom account may not list cloud recordings. Cloud recording may be off or not in the plan.';

/**
 * What a call's failure says of Zoom, in a sentence for a person. Refusals of what was asked (an unknown session, a dead
 * page token) show that Zoom is well.
 */
export function describeFailure(failure: unknown): { state: ZoomState; detail: string | null } {
  if (failure instanceof ZoomHttpError) return describeRefusal(failure);
  if (failure instanceof ZoomPausedError) return tooMany();
  if (failure instanceof ZoomNetworkError)
    return unreachable(`Zoom cannot be reached: ${inWords(failure.reason)}.`);
  if (failure instanceof ZoomTimeoutError) return unreachable('Zoom does not answer in time.');
  if (failure instanceof ZoomShapeError) {
    return unreachable(
      'What answers at ZOOM_API_BASE_URL does not speak like Zoom’s API; a proxy or a login page may be in between.',
    );
  }
  if (failure instanceof ZoomAddressRefusedError) {
    return unreachable(
      'ZOOM_API_BASE_URL leads to an address that Matinee may not call: it has to be public and https.',
    );
  }
  return { state: 'ok', detail: null };
}

function describeRefusal(refusal: ZoomHttpError): { state: ZoomState; detail: string | null } {
  const { status } = refusal;
  if (status === UNAUTHORIZED) return { state: 'credentials-refused', detail: WRONG_KEYS };
  if (isWithoutRight(refusal)) {
    return { state: 'credentials-refused', detail: NO_RIGHT_TO_READ };
  }
  if (status === TOO_MANY_REQUESTS) return tooMany();
  if (status >= 500 || status === 408)
    return unreachable(`Zoom answers with an error of its own (${status}).`);
  return { state: 'ok', detail: null };
}

function tooMany(): { state: ZoomState; detail: string } {
  return { state: 'rate-limited', detail: 'Zoom asks for fewer calls; Matinee waits and tries again.' };
}

function unreachable(detail: string): { state: ZoomState; detail: string } {
  return { state: 'unreachable', detail };
}

function inWords(reason: string): string {
  if (reason === 'ECONNREFUSED') return 'the connection was refused';
  if (reason === 'ENOTFOUND' || reason === 'EAI_AGAIN') return 'its name could not be looked up';
  if (/CERT|SIGNED|TLS|SSL|UNABLE_TO/.test(reason)) return `its certificate is not trusted (${reason})`;
  return `the connection broke (${reason})`;
}
