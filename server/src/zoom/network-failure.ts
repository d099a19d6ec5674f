import { AddressRefused } from './address-policy.ts';
import {
  type Operation,
  ZoomAddressRefusedError,
  ZoomError,
  ZoomNetworkError,
  ZoomShapeError,
  ZoomTimeoutError,
} from './errors.ts';

const TIMEOUTS: Record<string, string> = {
  UND_ERR_CONNECT_TIMEOUT: 'no connection to Zoom in time',
  UND_ERR_HEADERS_TIMEOUT: 'no headers from Zoom in time',
  UND_ERR_BODY_TIMEOUT: 'Zoom stopped sending',
  ETIMEDOUT: 'no connection to Zoom in time',
};

/** A message that breaks HTTP itself, unless it only ended too early. */
const NOT_HTTP = /^(HTTPParserError|HPE_(?!INVALID_EOF_STATE).*|UND_ERR_HEADERS_OVERFLOW)$/;

/**
 * Says in this client's words why no whole answer came: what undici, node:net, node:tls and the HTTP parser throw.
 * Errors that are ours already pass through.
 */
export function toZoomError(operation: Operation, error: unknown): Error {
  if (error instanceof ZoomError) return error;
  if (error instanceof AddressRefused) {
    return new ZoomAddressRefusedError(operation, error.message, { cause: error });
  }
  const code = codeOf(error);
  const late = TIMEOUTS[code];
  if (late) return new ZoomTimeoutError(operation, late, { cause: error });
  if (NOT_HTTP.test(code)) {
    return new ZoomShapeError(operation, 'http', 'the answer is not HTTP', { cause: error });
  }
  return new ZoomNetworkError(operation, code, { cause: error });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
