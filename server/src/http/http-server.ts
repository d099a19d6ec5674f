import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ProblemType } from '../contract/index.ts';
import { problemKinds } from './problem-kinds.ts';
import { securityHeaders } from './security-headers.ts';

/** Milliseconds. A slow client is gone within 30 s: `request` is that, less the `checks` between which nobody looks. */
const limits = { headers: 10_000, request: 25_000, keepAlive: 5000, checks: 2000 };

/** Bytes. The longest search and participant there may be, 5,000 characters each, take 9 bytes for each character in an address. */
const maxHeaderSize = 96 * 1024;

/** Far more than one person's browser opens, far less than the descriptors a process may have. */
const maxConnections = 2000;

/**
 * An HTTP server that answers also what never becomes a request (RFC 9112 violations, time-outs, CONNECT, odd
 * expectations) with a problem and the header table. It does not listen yet.
 */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize,
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: limits.checks,
      // A missing Host is answered by the guard, with the same problem as a wrong one.
      requireHostHeader: false,
    },
    listener,
  );
  server.maxConnections = maxConnections;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => answerUnparsed(socket, statusOf(error)));
  server.on('connect', (_request, socket) => answerUnparsed(socket, 405));
  server.on('checkExpectation', (_request, response) => {
    response.writeHead(417, { ...securityHeaders, 'cache-control': 'no-store', connection: 'close' });
    response.end();
  });
  return server;
}

function statusOf({ code }: NodeJS.ErrnoException): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return 400;
}

const typesByStatus: Readonly<Record<number, ProblemType>> = {
  405: '/problems/method-not-allowed',
};

function answerUnparsed(socket: Duplex, status: number): void {
  if (!socket.writable || socket.destroyed) {
    socket.destroy();
    return;
  }
  const type = typesByStatus[status] ?? '/problems/invalid-request';
  const { title } = problemKinds[type];
  const detail = 'This is not a request that Matinee can read.';
  const body = JSON.stringify({ type, title, status, detail, instance: randomUUID(), retryable: false });
  const headers = {
    ...securityHeaders,
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    ...(status === 405 ? { allow: 'GET, HEAD, POST, DELETE' } : {}),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`, () =>
    socket.destroy(),
  );
}
