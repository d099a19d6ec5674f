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
  let received = 0;
  let head: Head | undefined;
  socket.setTimeout(15_000, () => socket.destroy());
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    received += chunk.length;
    head ??= parseHead(Buffer.concat(chunks));
    if (head && isWhole(head, received, chunk)) socket.destroy();
  });
  // Not `end`: a server may take a half-closed connection for a reader that left.
  socket.write(text);
  await new Promise((resolve) => socket.once('close', resolve));
  if (!head) return { status: 0, headers: {}, body: '' };
  const { status, headers, bytes } = head;
  return { status, headers, body: Buffer.concat(chunks).subarray(bytes).toString('latin1') };
}

type Head = Omit<RawAnswer, 'body'> & { bytes: number };

function isWhole({ headers, bytes, status }: Head, received: number, last: Buffer): boolean {
  if (status === 304 || headers['content-type']?.startsWith('text/event-stream')) return true;
  const length = headers['content-length'];
  if (length !== undefined) return received - bytes >= Number(length);
  return last.toString('latin1').endsWith('0\r\n\r\n');
}

function parseHead(raw: Buffer): Head | undefined {
  const end = raw.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = raw.subarray(0, end).toString('latin1').split('\r\n');
  const pairs = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(pairs), bytes: end + 4 };
}
