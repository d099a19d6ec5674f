/** The operations of this client, as errors and log lines name them. */
export type Operation = 'listRecordings' | 'getSession' | 'openFile' | 'changeRecordings';

/** Anything that keeps Zoom's answer from us. Messages are written for logs; they never hold an address, a token or a body. */
export class ZoomError extends Error {
  readonly operation: Operation;

  constructor(operation: Operation, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.operation = operation;
  }
}

/** What Zoom said with a refusal. `code` is Zoom's own number, independent of the status (zoom-api.md 1.4). */
export interface Refusal {
  status: number;
  code: number | null;
  zoomMessage: string;
  retryAfterSeconds: number | null;
  trackingId: string | null;
}

/** Zoom answered, and the answer is no. `status` may be 200: some refusals hide in one (zoom-api.md 1.4). */
export class ZoomHttpError extends ZoomError implements Refusal {
  readonly status: number;
  readonly code: number | null;
  readonly zoomMessage: string;
  readonly retryAfterSeconds: number | null;
  readonly trackingId: string | null;

  constructor(operation: Operation, refusal: Refusal) {
    super(
      operation,
      `Zoom answered ${refusal.status}${refusal.code === null ? '' : ` (code ${refusal.code})`}`,
    );
    this.status = refusal.status;
    this.code = refusal.code;
    this.zoomMessage = refusal.zoomMessage;
    this.retryAfterSeconds = refusal.retryAfterSeconds;
    this.trackingId = refusal.trackingId;
  }
}

/** The page token is dead or was never alive (400, code 300): the walk has to begin again. */
export class ZoomPageTokenError extends ZoomError {}

/** No whole answer arrived: refused, reset, cut short, name or certificate not good. `reason` is the system's code. */
export class ZoomNetworkError extends ZoomError {
  readonly reason: string;

  constructor(operation: Operation, reason: string, options?: ErrorOptions) {
    super(operation, `Zoom could not be reached (${reason})`, options);
    this.reason = reason;
  }
}

/** Zoom took longer than the time allowed for connecting, for headers, for the body, or for everything together. */
export class ZoomTimeoutError extends ZoomError {}

/** An answer arrived that is not what this API answers. `path` names the place, e.g. `sessions` or `content-type`. */
export class ZoomShapeError extends ZoomError {
  readonly path: string;

  constructor(operation: Operation, path: string, message: string, options?: ErrorOptions) {
    super(operation, `${message} (${path})`, options);
    this.path = path;
  }
}

/** An address, first or redirected to, leads to a host, scheme, port or IP address that is on no list. Nothing was sent. */
export class ZoomAddressRefusedError extends ZoomError {}

/** Zoom's quota is used up until `untilMs` (wall clock); nothing was sent. */
export class ZoomPausedError extends ZoomError {
  readonly untilMs: number;

  constructor(operation: Operation, untilMs: number) {
    super(operation, `Zoom asked us to wait until ${new Date(untilMs).toISOString()}`);
    this.untilMs = untilMs;
  }
}

/**
 * A change was sent, and no answer says what became of it: time-out, broken connection, a gateway's error, words nobody
 * knows. Only reading back can tell. `cause` is what kept the answer away.
 */
export class ZoomOutcomeUnknownError extends ZoomError {
  readonly trackingId: string | null;

  constructor(operation: Operation, trackingId: string | null, options?: ErrorOptions) {
    super(operation, 'it is not known whether Zoom made the change', options);
    this.trackingId = trackingId;
  }
}

/** An id that cannot be one segment of a path (empty, a dot segment, not well-formed text). Nothing was sent. */
export class ZoomIdRefusedError extends ZoomError {}

const FORBIDDEN = 403;
/** “No right to do this”: 200 even hides in an HTTP 200 (zoom-api.md 1.4). */
const NO_RIGHT = new Set([200, 104, 4700, 4711]);

/** Whether Zoom knows the key and does not let it read recordings, in whichever of its ways it says so. */
export function isWithoutRight({ status, code }: Pick<ZoomHttpError, 'status' | 'code'>): boolean {
  return status === FORBIDDEN || (code !== null && NO_RIGHT.has(code));
}
