import type { IncomingMessage } from 'node:http';
import type { RequestRecord } from './exchange.ts';

/** Describes a request for the log. `host` is where it arrived, `at` the simulated time in ms. */
export function describeRequest(
  request: IncomingMessage,
  arrival: { host: RequestRecord['host']; at: number },
): RequestRecord {
  const [path = '', search = ''] = splitOnce(request.url ?? '/', '?');
  const query = Object.fromEntries(new URLSearchParams(search));
  const bearer = request.headers.authorization;
  return {
    ...arrival,
    method: request.method ?? 'GET',
    path,
    decodedPath: decodeWholly(path),
    query,
    authorization: bearer === undefined ? ('access_token' in query ? 'query' : 'none') : 'bearer',
    range: request.headers.range ?? null,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    status: 0,
    bytesSent: 0,
    isClosed: false,
  };
}

/** The text with its percent escapes undone once; null when one of them is malformed. */
export function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function decodeWholly(path: string): string {
  let decoded = path;
  for (let times = 0; times < 3; times += 1) {
    const next = decodeOnce(decoded);
    if (next === null || next === decoded) return decoded;
    decoded = next;
  }
  return decoded;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
