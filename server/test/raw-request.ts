import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * Sends exactly this text and reads until the connection ends or the first answer is whole. For requests that no HTTP client
 * would make.
 */
export async function rawRequest(port: number, text: string | Buffer): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.setTimeout(15_000, () => socket.destroy());
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    if (isWhole(Buffer.concat(chunks).toString('latin1'))) socket.destroy();
  });
  // Not `end`: a server may take a half-closed connection for a reader that left.
  socket.write(text);
  await new Promise((resolve) => socket.once('close', resolve));
  return parseAnswer(Buffer.concat(chunks).toString('latin1'));
}

function isWhole(text: string): boolean {
  const { status, headers, body } = parseAnswer(text);
  if (status === 0) return false;
  if (headers['content-type']?.startsWith('text/event-stream')) return true;
  const length = headers['content-length'];
  return length === undefined ? text.endsWith('0\r\n\r\n') : body.length >= Number(length);
}

function parseAnswer(text: string): RawAnswer {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return { status: 0, headers: {}, body: '' };
  const [first = '', ...lines] = text.slice(0, headEnd).split('\r\n');
  const pairs = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(pairs),
    body: text.slice(headEnd + 4),
  };
}
