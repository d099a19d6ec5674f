import type { JsonValue } from './account.ts';

/** The routes a fault can be laid on. */
export type RouteKind = 'api-list' | 'api-session' | 'api-change' | 'web-download' | 'cdn';

/** Answers given in place of the right one. */
export type AnswerFault =
  | { kind: 'status'; status: number; body?: JsonValue; headers?: Record<string, string | string[]> }
  /** 401 code 124 with a token that is good (zoom-api.md 4.5). */
  | { kind: 'unauthorized'; message?: string }
  /** The three 429 answers of zoom-api.md 1.7. */
  | { kind: 'rate-limit'; per: 'second' | 'day' | 'concurrency' }
  /** HTTP 200 with the body code 200: the documented answer for a missing permission (zoom-api.md 1.4). */
  | { kind: 'permission-denied' }
  /** HTTP 200 with a page of HTML. */
  | { kind: 'html'; html?: string }
  | { kind: 'malformed-json' }
  | { kind: 'wrong-shape'; body?: JsonValue }
  | { kind: 'empty-body' }
  | { kind: 'oversized-json'; sizeBytes?: number }
  | { kind: 'deep-json'; depth?: number }
  /** A small gzip body that grows to `sizeBytes` when it is unpacked. */
  | { kind: 'gzip-bomb'; sizeBytes?: number }
  /** 302 to any place; with `hops`, by that many redirects on this very host first. */
  | { kind: 'redirect'; location: string; status?: number; hops?: number }
  /** The connection is reset before a byte is answered. */
  | { kind: 'refuse' };

/** What happens to an answer on its way. Offsets count the bytes of this answer's body. */
export type DeliveryFault =
  | { kind: 'latency'; ms: number }
  /** One byte of the head every so many milliseconds. */
  | { kind: 'slow-headers'; everyMs: number }
  | { kind: 'drip'; bytes: number; everyMs: number }
  | { kind: 'bandwidth'; bytesPerSecond: number }
  | { kind: 'stall-at'; byte: number }
  | { kind: 'reset-at'; byte: number }
  /** A clean end of the connection too early; what a client can see of it depends on the framing. */
  | { kind: 'fin-at'; byte: number; framing?: 'length' | 'chunked' | 'close' }
  /** Content-Length says so many bytes more (or less) than the body has. */
  | { kind: 'wrong-length'; by: number }
  | { kind: 'no-length'; framing?: 'chunked' | 'close' }
  /** The whole body, and then the connection stays open that much longer. */
  | { kind: 'slow-close'; ms: number }
  | { kind: 'headers'; headers: Record<string, string | string[]> }
  /** The work is done, and the connection is reset instead of an answer. */
  | { kind: 'apply-then-drop' };

/** What the CDN itself does wrong. */
export type FileFault =
  | { kind: 'range-ignored' }
  | { kind: 'etag-changing' }
  /** Other bytes of the same length: a file that is complete and broken. */
  | { kind: 'corrupt' };

export type Fault = AnswerFault | DeliveryFault | FileFault;

/** What a fault's matcher sees of a request. */
export interface FaultRequest {
  method: string;
  path: string;
  decodedPath: string;
  query: Record<string, string>;
  range: string | null;
}

export interface FaultOptions {
  /** After so many hits the fault is gone; without it, it stays. */
  times?: number;
  /** So many matching requests pass unharmed first. */
  after?: number;
  /** Only each n-th matching request is hit: 2 is every other one. */
  every?: number;
  /** Only requests for which this is true are counted at all. */
  when?: (request: FaultRequest) => boolean;
}

/** Every kind of fault, and where it takes effect. */
const KINDS: Record<Fault['kind'], 'answer' | 'delivery' | 'file'> = {
  status: 'answer',
  unauthorized: 'answer',
  'rate-limit': 'answer',
  'permission-denied': 'answer',
  html: 'answer',
  'malformed-json': 'answer',
  'wrong-shape': 'answer',
  'empty-body': 'answer',
  'oversized-json': 'answer',
  'deep-json': 'answer',
  'gzip-bomb': 'answer',
  redirect: 'answer',
  refuse: 'answer',
  latency: 'delivery',
  'slow-headers': 'delivery',
  drip: 'delivery',
  bandwidth: 'delivery',
  'stall-at': 'delivery',
  'reset-at': 'delivery',
  'fin-at': 'delivery',
  'wrong-length': 'delivery',
  'no-length': 'delivery',
  'slow-close': 'delivery',
  headers: 'delivery',
  'apply-then-drop': 'delivery',
  'range-ignored': 'file',
  'etag-changing': 'file',
  corrupt: 'file',
};

/** Whether there is a fault of that kind; for faults that come over the control API. */
export function isFaultKind(kind: string): kind is Fault['kind'] {
  return Object.hasOwn(KINDS, kind);
}

/** Whether a fault is an answer of its own, given in place of the right one. */
export function isAnswerFault(fault: Fault): fault is AnswerFault {
  return KINDS[fault.kind] === 'answer';
}
