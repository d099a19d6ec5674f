import { connect, type Socket } from 'node:net';

/** What came over a bare connection: every byte, and how it ended. */
export interface RawAnswer {
  head: string;
  body: Buffer;
  ending: 'end' | 'reset';
}

/**
 * Asks over a bare socket, where nothing mends or hides what the framing says. Resolves when the connection is
 * over.
 */
export async function askRaw(url: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const { socket, received } = openRaw(url, headers);
  const ending = await new Promise<RawAnswer['ending']>((resolve) => {
    socket.once('end', () => resolve('end'));
    socket.once('error', () => resolve('reset'));
  });
  socket.destroy();
  return { ...splitAnswer(Buffer.concat(received)), ending };
}

/** Asks over a bare socket and leaves it open; `received` grows as bytes come. */
export function openRaw(
  url: string,
  headers: Record<string, string> = {},
): { socket: Socket; received: Buffer[] } {
  const { hostname, port, host, pathname, search } = new URL(url);
  const socket = connect(Number(port), hostname);
  const received: Buffer[] = [];
  socket.on('data', (bytes) => received.push(bytes));
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  return { socket, received };
}

/** Parts the head from the body at the first empty line. */
export function splitAnswer(bytes: Buffer): { head: string; body: Buffer } {
  const at = bytes.indexOf('\r\n\r\n');
  const end = at < 0 ? bytes.length : at;
  return { head: bytes.toString('latin1', 0, end), body: bytes.subarray(end + 4) };
}
