import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { createZoomClient, type ZoomClient, type ZoomClientOptions } from '../src/zoom/client.ts';

/** One request as it arrived; `atMs` by performance.now(). */
export interface Arrival {
  atMs: number;
  url: string;
  headers: IncomingHttpHeaders;
}

/** A server on loopback that answers as badly as a test wants, for as long as the test runs. */
export interface FaultServer {
  host: string;
  origin: string;
  arrivals: Arrival[];
  /** Connections ever made. */
  connections: () => number;
  /** Connections open now. */
  openSockets: () => number;
}

/** Answers HTTP with `answer`; its third argument counts requests from 1. */
export async function startFaultServer(
  answer: (...args: [...Parameters<RequestListener>, number]) => void,
): Promise<FaultServer> {
  const arrivals: Arrival[] = [];
  const server = createServer((request, response) => {
    arrivals.push({ atMs: performance.now(), url: request.url ?? '', headers: request.headers });
    answer(request, response, arrivals.length);
  });
  return listen(server, arrivals);
}

/** Answers each request's head with `answer`, which writes what it likes on the bare socket. */
export async function startRawServer(answer: (socket: Socket, head: string) => void): Promise<FaultServer> {
  const arrivals: Arrival[] = [];
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const head = data.toString('latin1');
      arrivals.push({ atMs: performance.now(), url: head.split(' ')[1] ?? '', headers: {} });
      answer(socket, head);
    });
  });
  return listen(server, arrivals);
}

async function listen(server: net.Server, arrivals: Arrival[]): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    origin: `http://${host}`,
    arrivals,
    connections: () => connections,
    openSockets: () => sockets.size,
  };
}

export const TEST_CREDENTIALS = { apiKey: 'sim_api_key_0001', apiSecret: 'sim_api_secret_0001_do_not_use' };

/** A client whose API and download host is `api`, closed when the test ends. */
export function createTestClient(
  api: FaultServer,
  options: Partial<ZoomClientOptions> & { cdn?: FaultServer } = {},
): ZoomClient {
  const { cdn, ...rest } = options;
  const client = createZoomClient({
    baseUrl: `${api.origin}/v2`,
    credentials: TEST_CREDENTIALS,
    hosts: { download: [api.host], cdn: cdn ? [cdn.host] : [], allowInsecure: true },
    rates: { light: 1_000, medium: 1_000, heavy: 1_000 },
    log: pino({ level: 'silent' }),
    ...rest,
  });
  onTestFinished(() => client.close());
  return client;
}

/** Answers JSON as Zoom does. */
export function sendJson(
  response: Parameters<RequestListener>[1],
  body: unknown,
  options: { status?: number; headers?: Record<string, string> } = {},
): void {
  const headers = { 'content-type': 'application/json;charset=UTF-8', ...options.headers };
  response.writeHead(options.status ?? 200, headers).end(JSON.stringify(body));
}

/** An empty last page. */
export const EMPTY_PAGE = { page_size: 30, total_records: 0, next_page_token: '', sessions: [] };
