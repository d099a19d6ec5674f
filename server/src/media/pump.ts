import { finished } from 'node:stream';
import type { Content } from './content.ts';
import type { Progress } from './progress.ts';

/** Where bytes go: a response, or something in front of one that looks at them. */
export interface ByteSink {
  /** Takes a chunk; false asks to wait for `drain` before the next. `onTaken`, without an error: the chunk is needed no more. */
  write(chunk: Buffer, onTaken?: (error?: Error | null) => void): boolean;
  once(event: 'drain', listener: () => void): unknown;
  off(event: 'drain', listener: () => void): unknown;
}

/**
 * Moves one body to the reader, at the reader's pace. Resolves to why it broke, or to undefined at its end or once all
 * promised bytes are given; what is left of the body is then destroyed.
 *
 * Chunk by chunk as they arrive: `pipeline` and `for await` join what has piled up into copies of some hundred KiB and
 * keep several of them for each reader, which 200 slow ones turn into a quarter of a GiB.
 */
export function pump(options: { content: Content; progress: Progress; sink: ByteSink }): Promise<unknown> {
  const { content, progress, sink } = options;
  const { body } = content;
  let at = content.first;
  let isFull = false;

  const goOn = () => {
    isFull = false;
    body.resume();
  };
  const write = (chunk: Buffer) =>
    sink.write(chunk, (error) => {
      if (!error) content.giveBack(chunk);
    });
  const give = (chunk: Buffer) => {
    const missing = progress.take(chunk, at);
    at += chunk.length;
    if (progress.isPast(at)) body.destroy();
    if (missing.length === 0 || write(missing) || isFull) return;
    isFull = true;
    body.pause();
    sink.once('drain', goOn);
  };

  return new Promise((resolve) => {
    finished(body, { writable: false }, (failure) => {
      body.off('data', give);
      sink.off('drain', goOn);
      resolve(failure ?? undefined);
    });
    give(content.takeHead());
    body.on('data', give);
    if (!isFull) body.resume();
  });
}
