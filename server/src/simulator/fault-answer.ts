import { gzipSync } from 'node:zlib';
import { errorAnswer, htmlAnswer, jsonAnswer, redirectAnswer } from './answers.ts';
import type { Answer, Exchange } from './exchange.ts';
import { type AnswerFault, isAnswerFault, type RouteKind } from './fault.ts';
import { bodyOf } from './file-content.ts';
import type { RateLimiter } from './rate-limits.ts';

const MEBIBYTE = 1 << 20;
const REFUSAL_PAGE = 'Only the host can download this recording.';

/**
 * The answer a fault gives in place of the right one; `cut` when the connection is to be reset, null when none of the
 * faults that hit the exchange replaces the answer.
 */
export function answerFault(on: RouteKind, exchange: Exchange, limiter: RateLimiter): Answer | 'cut' | null {
  const fault = exchange.faults.find(isAnswerFault);
  if (!fault) return null;
  if (fault.kind === 'refuse') return 'cut';
  if (fault.kind === 'rate-limit') return limiter.refusal(on === 'api-list' ? 'medium' : 'light', fault.per);
  if (fault.kind === 'redirect') return redirectVia(exchange, fault);
  return answerPlainFault(fault);
}

type PlainFault = Exclude<AnswerFault, { kind: 'refuse' | 'rate-limit' | 'redirect' }>;

function answerPlainFault(fault: PlainFault): Answer {
  switch (fault.kind) {
    case 'status':
      return jsonAnswer(fault.status, fault.body ?? { code: fault.status, message: 'Fault.' }, fault.headers);
    case 'unauthorized':
      return errorAnswer({ status: 401, code: 124, message: fault.message ?? 'Invalid access token.' });
    case 'permission-denied':
      return errorAnswer({ status: 200, code: 200, message: 'You do not have the right permissions.' });
    case 'html':
      return fault.html === undefined
        ? htmlAnswer(200, REFUSAL_PAGE)
        : { status: 200, headers: { 'content-type': 'text/html' }, body: bodyOf(fault.html) };
    case 'malformed-json':
      return jsonText('{"from":"2026-03-01","sessions":[{"session_id":');
    case 'wrong-shape':
      return jsonAnswer(200, fault.body ?? { sessions: 'none' });
    case 'empty-body':
      return jsonText('');
    case 'oversized-json':
      return jsonText(`{"sessions":[],"padding":"${'x'.repeat(fault.sizeBytes ?? 17 * MEBIBYTE)}"}`);
    case 'deep-json':
      return jsonText(nestedArrays(fault.depth ?? 100_000));
    case 'gzip-bomb':
      return gzipBomb(fault.sizeBytes ?? 256 * MEBIBYTE);
  }
}

function jsonText(text: string): Answer {
  return { status: 200, headers: { 'content-type': 'application/json;charset=UTF-8' }, body: bodyOf(text) };
}

function nestedArrays(depth: number): string {
  return `{"sessions":${'['.repeat(depth)}${']'.repeat(depth)}}`;
}

/** Gzip members may follow each other (RFC 1952 section 2.2), so one of 8 MiB is enough to pack. */
function gzipBomb(sizeBytes: number): Answer {
  const member = gzipSync(Buffer.alloc(8 * MEBIBYTE, 0x20));
  const members = Array.from({ length: Math.ceil(sizeBytes / (8 * MEBIBYTE)) }, () => member);
  const headers = { 'content-type': 'application/json;charset=UTF-8', 'content-encoding': 'gzip' };
  return { status: 200, headers, body: bodyOf(Buffer.concat(members)) };
}

function redirectVia(exchange: Exchange, fault: Extract<AnswerFault, { kind: 'redirect' }>): Answer {
  const { location, status = 302, hops = 0 } = fault;
  return redirectAnswer(hops === 0 ? location : hopAddress(exchange, hops, location), status);
}

/** Answers `/rec/hop/{left}/{location}`: one redirect fewer is left, then comes the place itself. */
export function answerHop(exchange: Exchange): Answer | null {
  const [, left, encoded] = /^\/rec\/hop\/(\d+)\/([\w-]+)$/.exec(exchange.record.path) ?? [];
  if (left === undefined || encoded === undefined) return null;
  const location = Buffer.from(encoded, 'base64url').toString('utf8');
  return redirectAnswer(Number(left) <= 1 ? location : hopAddress(exchange, Number(left) - 1, location));
}

function hopAddress(exchange: Exchange, left: number, location: string): string {
  const encoded = Buffer.from(location).toString('base64url');
  return `http://${exchange.request.headers.host}/rec/hop/${left}/${encoded}`;
}
