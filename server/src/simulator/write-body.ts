import type { Writable } from 'node:stream';
import type { Delivery } from './delivery.ts';
import type { Body } from './file-content.ts';

export interface BodyWriting {
  out: Writable;
  body: Body;
  delivery: Pick<Delivery, 'stopAt' | 'pieceBytes' | 'pauseMs'>;
  /** Whether each piece is wrapped as an HTTP chunk (RFC 9112 section 7.1). */
  isChunked: boolean;
  /** Aborted when the reader has left. */
  signal: AbortSignal;
  /** Told of body bytes that the operating system has taken over. */
  onSent: (bytes: number) => void;
}

/**
 * Writes the first `stopAt` bytes of a body as fast as the reader takes them. Resolves when the last piece was
 * handed over, or the reader left; whether it left is to be asked of the signal.
 */
export async function writeBody(writing: BodyWriting): Promise<void> {
  const { body, delivery, signal } = writing;
  for (let at = 0; at < delivery.stopAt && !signal.aborted; ) {
    const piece = body.slice(at, Math.min(delivery.stopAt, at + delivery.pieceBytes));
    at += piece.length;
    const hasRoom = writePiece(writing, piece, at === delivery.stopAt);
    if (hasRoom instanceof Promise) await hasRoom;
    if (delivery.pauseMs > 0 && at < delivery.stopAt) await pause(delivery.pauseMs, signal);
  }
}

/** Waits so many milliseconds, or until the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish);
  });
}

/** Resolves when the signal is aborted, that is when the reader has left. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/**
 * Writes one piece; the last one, and any the reader has no room for, are waited for. Node calls back with an
 * error when the reader leaves, so nothing waits for ever.
 */
function writePiece(writing: BodyWriting, piece: Buffer, isLast: boolean): Promise<void> | undefined {
  const { out, isChunked, onSent } = writing;
  if (isChunked) out.write(`${piece.length.toString(16)}\r\n`);
  let settle = () => {};
  const sent = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const hasRoom = out.write(piece, (error) => {
    if (!error) onSent(piece.length);
    settle();
  });
  if (isChunked) out.write('\r\n');
  if (hasRoom && !isLast) return undefined;
  return sent;
}
