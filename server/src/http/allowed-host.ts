import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { HostRefused } from './errors.ts';

/**
 * Refuses a request whose Host is not exactly one of this server's own names with its own port: a page of another site
 * whose name was made to resolve to this machine (DNS rebinding) still sends that site's name. A missing or second
 * Host and a target with a host of its own are refused too (RFC 9112 3.2 lets no origin server guess).
 */
export function createHostGuard({ host }: { host: string }): RequestHandler {
  const names = [...new Set(['127.0.0.1', 'localhost', '[::1]', host.includes(':') ? `[${host}]` : host])];
  return (request, _response, next) => {
    const given = hostsOf(request);
    const port = request.socket.localPort;
    const isOurs = names.some((name) => given[0] === `${name}:${port}` || (port === 80 && given[0] === name));
    if (given.length === 1 && isOurs && isOriginForm(request)) return next();
    throw new HostRefused('Matinee answers only under its own address.');
  };
}

function hostsOf(request: IncomingMessage): string[] {
  return request.rawHeaders.filter(
    (_text, index, raw) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === 'host',
  );
}

function isOriginForm(request: IncomingMessage): boolean {
  return request.url?.startsWith('/') ?? false;
}
