import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** An HTTP server on a loopback port that knows its open connections. */
export interface LoopbackServer {
  /** `127.0.0.1:PORT` */
  host: string;
  openSockets(): number;
  /** Cuts every connection and gives the port back. */
  stop(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes a free one. Rejects when the port is in use. */
export async function startLoopbackServer(port: number, listener: RequestListener): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const server = createServer(listener);
  server.requestTimeout = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    // A reader that goes away in the middle of a body is everyday life here.
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
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
