import type { Readable } from 'node:stream';

/** Thrown when a body is longer than allowed. */
export class BodyTooLong extends Error {}

/**
 * Reads a body into memory, counting as it streams, so that one without a length cannot fill it.
 *
 * @param limitBytes the most bytes; one more destroys the body
 * @throws BodyTooLong, or what broke the stream
 */
export async function readBody(body: Readable, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of body) {
    sizeBytes += chunk.length;
    // Leaving the loop destroys the body, and with it the socket.
    if (sizeBytes > limitBytes) throw new BodyTooLong(`more than ${limitBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, sizeBytes);
}
