import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { discardBody } from './discard-body.ts';
import { type Operation, ZoomShapeError, ZoomTimeoutError } from './errors.ts';
import { isDeeperThan } from './json-depth.ts';
import { toZoomError } from './network-failure.ts';
import { BodyTooLong, readBody } from './read-body.ts';
import { startTimeLimit, unlessAborted } from './time-limit.ts';

const HEADERS_MS = 10_000;
const WHOLE_ANSWER_MS = 15_000;
const BODY_LIMIT_BYTES = 16 * 1024 * 1024;
const REFUSAL_LIMIT_BYTES = 64 * 1024;
const DEPTH_LIMIT = 32;

/** One question to the API. */
export interface JsonRequest {
  operation: Operation;
  url: URL;
  method?: 'GET' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  token: string;
  signal: AbortSignal;
  /** Called when the request is put on a connected socket. */
  onSent?: () => void;
}

/** What came back: any status; `json` is `undefined` when a refusal's body is not JSON, and with 204, which has none. */
export interface JsonAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  json: unknown;
}

/**
 * Sends one request and reads its whole answer: headers within 10 s, everything within 15 s, at most 16 MiB, as it is
 * (no decompression, no redirect).
 *
 * @throws ZoomTimeoutError, ZoomNetworkError, ZoomShapeError, ZoomAddressRefusedError, or the signal's reason
 */
export async function exchangeJson(dispatcher: Dispatcher, request: JsonRequest): Promise<JsonAnswer> {
  const { operation } = request;
  const late = (what: string) => () => new ZoomTimeoutError(operation, what);
  const whole = startTimeLimit({
    signal: request.signal,
    ms: WHOLE_ANSWER_MS,
    late: late('too slow a body'),
  });
  const headers = startTimeLimit({ signal: whole.signal, ms: HEADERS_MS, late: late('no headers in time') });
  try {
    const response = await unlessAborted(send(dispatcher, request, headers.signal), headers.signal);
    headers.lift();
    return await readAnswer(operation, response, headers.signal);
  } catch (error) {
    if (request.signal.aborted) throw request.signal.reason;
    throw toZoomError(operation, headers.signal.aborted ? headers.signal.reason : error);
  } finally {
    headers.release();
    whole.release();
  }
}

function send(dispatcher: Dispatcher, request: JsonRequest, signal: AbortSignal) {
  const { origin, pathname, search } = request.url;
  const body = request.body === undefined ? null : JSON.stringify(request.body);
  return noteSending(dispatcher, request.onSent).request({
    origin,
    path: pathname + search,
    method: request.method ?? 'GET',
    body,
    headers: {
      authorization: `Bearer ${request.token}`,
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'matinee',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    },
    signal,
  });
}

/** Tells when a request leaves: with a new connection that is later than when it was handed over. */
function noteSending(dispatcher: Dispatcher, onSent: (() => void) | undefined): Dispatcher {
  if (!onSent) return dispatcher;
  return dispatcher.compose((dispatch) => (options, handler) => {
    const begin = handler.onRequestStart;
    handler.onRequestStart = (controller, context) => {
      onSent();
      begin?.call(handler, controller, context);
    };
    return dispatch(options, handler);
  });
}

async function readAnswer(
  operation: Operation,
  response: Dispatcher.ResponseData,
  signal: AbortSignal,
): Promise<JsonAnswer> {
  const { statusCode: status, headers, body } = response;
  const isRefusal = status < 200 || status > 299;
  if (status === 204) {
    discardBody(body);
    return { status, headers, json: undefined };
  }
  const oddity = oddityOf(headers);
  if (oddity && isRefusal) {
    discardBody(body);
    return { status, headers, json: undefined };
  }
  if (oddity) {
    body.on('error', () => {});
    body.destroy();
    throw new ZoomShapeError(operation, oddity, 'the answer is not plain JSON');
  }
  try {
    const limitBytes = isRefusal ? REFUSAL_LIMIT_BYTES : BODY_LIMIT_BYTES;
    const bytes = await unlessAborted(readBody(body, limitBytes), signal);
    return { status, headers, json: parseJson(operation, bytes) };
  } catch (error) {
    if (isRefusal && !signal.aborted) return { status, headers, json: undefined };
    if (error instanceof BodyTooLong) throw new ZoomShapeError(operation, 'body', 'the answer is too long');
    throw error;
  }
}

/** The header by which an answer shows that it is not plain JSON, before any of it is read. */
function oddityOf(headers: IncomingHttpHeaders): string | null {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') return 'content-encoding';
  return /html|xml|multipart/i.test(headers['content-type'] ?? '') ? 'content-type' : null;
}

function parseJson(operation: Operation, bytes: Buffer): unknown {
  if (isDeeperThan(bytes, DEPTH_LIMIT))
    throw new ZoomShapeError(operation, 'body', 'the answer nests too deep');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // The parser's message would quote the body.
    throw new ZoomShapeError(operation, 'body', 'the answer is not JSON');
  }
}
