import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

/** An HTTP server on a loopback port that knows its open connections. */
export interface LoopbackServer {
  /** `127.0.0.1:PORT` */
  host: string;
  openSockets(): number;
  /** Cuts every connection and gives the port back. */
  stop(): Promise<void>;
}

export interface LoopbackOptions {
  /** 0 takes a free one. */
  port: number;
  listener: RequestListener;
  /** Key and certificate in PEM: it then speaks TLS alone. */
  tls?: { key: string; cert: string } | undefined;
}

/** Listens on 127.0.0.1. Rejects when the port is in use. */
export async function startLoopbackServer({ port, listener, tls }: LoopbackOptions): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  server.requestTimeout = 0;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    // A reader that goes away in the middle of a body is everyday life here.
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('secureConnection', (secured: TLSSocket) => letReset(secured, sockets));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  // A server that listens on TCP has such an address.
  const address = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${address.port}`,
    openSockets: () => sockets.size,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Faults reset connections; Node refuses that for TLS, so it is done to the connection below. */
function letReset(secured: TLSSocket, sockets: ReadonlySet<Socket>): void {
  const below = [...sockets].find(({ remotePort }) => remotePort === secured.remotePort);
  secured.on('error', () => {});
  secured.resetAndDestroy = () => {
    below?.resetAndDestroy();
    return secured;
  };
}
