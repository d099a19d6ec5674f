import { connect } from 'node:net';

/** What a reader saw on the wire: `isClean` is whether the body ended as its own framing promised. */
export interface WireAnswer {
  status: number;
  headers: Record<string, string[]>;
  body: Buffer;
  isClean: boolean;
}

/**
 * One GET over a bare socket, so that nothing between a test and the wire repairs or hides how an answer ended. `version` 1.0
 * has no chunks: such an answer without a length ends with its connection, in order or by a reset.
 */
export async function readAnswer(options: {
  port: number;
  path: string;
  headers?: Record<string, string>;
  version?: '1.0' | '1.1';
}): Promise<WireAnswer> {
  const { port, path, headers = {}, version = '1.1' } = options;
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const sent = { host: `127.0.0.1:${port}`, connection: 'close', ...headers };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/${version}\r\n${lines.join('')}\r\n`);
  const wasReset = await new Promise<boolean>((resolve) => {
    let hadError = false;
    socket.once('error', () => {
      hadError = true;
    });
    socket.once('close', () => resolve(hadError));
  });
  return toAnswer(Buffer.concat(chunks), wasReset);
}

function toAnswer(raw: Buffer, wasReset: boolean): WireAnswer {
  const headEnd = raw.indexOf('\r\n\r\n');
  if (headEnd < 0) return { status: 0, headers: {}, body: raw, isClean: false };
  const [first = '', ...lines] = raw.subarray(0, headEnd).toString('latin1').split('\r\n');
  const headers: Record<string, string[]> = {};
  for (const line of lines) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    headers[name] = [...(headers[name] ?? []), line.slice(line.indexOf(':') + 1).trim()];
  }
  const rest = raw.subarray(headEnd + 4);
  const status = Number(first.split(' ')[1]);
  if (headers['transfer-encoding']) return { status, headers, ...unchunk(rest) };
  const length = headers['content-length']?.[0];
  const isClean = length === undefined ? !wasReset : rest.length === Number(length);
  return { status, headers, body: rest, isClean };
}

function unchunk(raw: Buffer): { body: Buffer; isClean: boolean } {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = raw.indexOf('\r\n', at);
    if (lineEnd < 0) return { body: Buffer.concat(chunks), isClean: false };
    const size = Number.parseInt(raw.subarray(at, lineEnd).toString('latin1'), 16);
    if (size === 0) return { body: Buffer.concat(chunks), isClean: true };
    chunks.push(raw.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
