import { reach, toRefusal } from './http.ts';

/** The first bytes of a file and how many there are in all, where the server said so. */
export interface FileStart {
  bytes: Uint8Array;
  totalBytes: number | null;
}

/** The status of a range that begins past the end: of a file of nothing, every one does (RFC 9110, 15.5.17). */
const rangeNotSatisfiable = 416;

/** Reads at most `maxBytes` from a file's beginning. Throws ProblemError; an abort rejects with the browser's AbortError. */
export async function readFileStart(
  path: string,
  { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
): Promise<FileStart> {
  const response = await reach(path, { headers: { range: `bytes=0-${maxBytes - 1}` }, signal });
  const totalBytes = parseTotal(response);
  if (response.status === rangeNotSatisfiable && totalBytes === 0)
    return { bytes: new Uint8Array(), totalBytes };
  if (!response.ok) throw await toRefusal(response);
  return { bytes: await readAtMost(response, maxBytes), totalBytes };
}

/** The number behind the slash of `Content-Range`; without one the whole was sent, and its length is the answer's. */
function parseTotal(response: Response): number | null {
  const range = response.headers.get('content-range');
  const total = range === null ? response.headers.get('content-length') : range.split('/')[1];
  return total && /^\d+$/.test(total) ? Number(total) : null;
}

/** A server may ignore the range and send everything: what is over is not read. */
async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (reader && length < maxBytes) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  await reader?.cancel();
  return join(chunks).slice(0, maxBytes);
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
