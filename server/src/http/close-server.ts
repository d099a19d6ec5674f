import { once } from 'node:events';
import type { Server } from 'node:http';

/** Answers that are on their way get this long to end by themselves; then they are cut. Milliseconds. */
const patience = 2000;

/** Takes no more connections, lets running answers finish for a moment, and resolves when every connection is gone. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  // A connection that was busy when the server closed is kept alive by its reader; it goes when it is idle.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
