import {
  isWithoutRight,
  ZoomAddressRefusedError,
  ZoomHttpError,
  ZoomNetworkError,
  ZoomPausedError,
  ZoomTimeoutError,
} from '../zoom/errors.ts';
import { type Finding, failed, ok, unknown, warning } from './finding.ts';

/** How a question to Zoom ended: `error` is null when it was answered. */
export interface Outcome {
  error: unknown;
}

const UNAUTHORIZED = 401;

/** Whether Zoom knows the key, from how it answered the question for the list. */
export function judgeCredentials({ error }: Outcome, { mode }: { mode: 'demo' | 'live' }): Finding {
  if (mode === 'demo') {
    return warning(
      'This is the demo account; its recordings are made up.',
      'For your own account set ZOOM_API_KEY and ZOOM_API_SECRET, the Video SDK API key pair.',
    );
  }
  if (error === null) return ok('Zoom accepts the API key pair.');
  if (isRefusedKey(error)) {
    return failed(
      'Zoom does not accept the key.',
      'Use the Video SDK API key and secret, not the SDK key pair: they stand under “API keys” of the Video SDK account. Check the clock below too.',
    );
  }
  if (error instanceof ZoomHttpError) return ok('Zoom knows the key; it refuses something else.');
  return unknown('Zoom did not say, as it could not be asked.');
}

/** Whether the API can be reached at all. */
export function judgeApi({ error }: Outcome, host: string): Finding {
  if (error instanceof ZoomNetworkError) {
    return failed(
      `${host} could not be reached (${error.reason}).`,
      'Check the network of this server, its DNS and its firewall; a proxy that opens TLS needs its certificate in NODE_EXTRA_CA_CERTS.',
    );
  }
  if (error instanceof ZoomTimeoutError) {
    return failed(`${host} did not answer in time.`, 'Check the network of this server, then look again.');
  }
  if (error instanceof ZoomAddressRefusedError) {
    return failed(
      `${host} leads to an address that is not trusted.`,
      'Check ZOOM_API_BASE_URL and the DNS of this server.',
    );
  }
  if (error instanceof ZoomPausedError) return unknown(`${host} was not asked: ${pauseOf(error)}`);
  return ok(`${host} answers.`);
}

/** Whether the account may list what it is asked for. `what` completes “Zoom lists …”. */
export function judgeList({ error }: Outcome, what: string): Finding {
  if (error === null) return ok(`Zoom lists ${what}.`);
  if (error instanceof ZoomPausedError) return unknown(pauseOf(error));
  if (error instanceof ZoomHttpError && isWithoutRight(error)) {
    return failed(
      `This account may not list ${what}.`,
      'Cloud recording must be on and part of the account’s plan.',
    );
  }
  if (error instanceof ZoomHttpError && !isRefusedKey(error)) {
    return failed(
      `Zoom refused to list ${what} (${error.status}).`,
      'Look again later; the log has Zoom’s tracking id.',
    );
  }
  return unknown('It could not be asked for the reason above.');
}

/** Whether Zoom's clock and this one agree; milliseconds, null when no answer has told. */
export function judgeClock(offsetMs: number | null): Finding {
  if (offsetMs === null) return unknown('No answer of Zoom has told its time.');
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  const side = offsetMs > 0 ? 'behind' : 'ahead of';
  if (seconds < 30) return ok('This computer’s clock agrees with Zoom’s.');
  const detail = `This computer’s clock is ${describeSeconds(seconds)} ${side} Zoom’s.`;
  const remedy = 'Set the clock right, best by a time service. Matinee works around it meanwhile.';
  return seconds < 60 ? warning(detail, remedy) : failed(detail, remedy);
}

function describeSeconds(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}

function isRefusedKey(error: unknown): boolean {
  return error instanceof ZoomHttpError && error.status === UNAUTHORIZED;
}

function pauseOf({ untilMs }: ZoomPausedError): string {
  return `Zoom asked us to wait until ${new Date(untilMs).toISOString().slice(0, 16).replace('T', ' ')} UTC.`;
}
