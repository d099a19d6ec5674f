import type { Readable } from 'node:stream';
import type { Urgency } from '../zoom/client.ts';
import { ZoomNetworkError } from '../zoom/errors.ts';
import type { Content } from './content.ts';
import { BodyCutShort } from './errors.ts';
import { refuseUnservable } from './file-state.ts';
import type { MediaFile } from './media-file.ts';
import type { OpenRequest } from './open-content.ts';

/** Small files that break off are asked for again from their beginning, so often in all. */
const MOST_ATTEMPTS = 3;

/** How a whole file is read: `mostBytes` is more than anybody should have to keep in memory. */
export interface ReadWholeOptions {
  mostBytes: number;
  urgency: Urgency;
  signal: AbortSignal;
}

/**
 * Makes `readWhole`: all bytes of a small file, checked against the length that was told; null when there are more than
 * `mostBytes`. Of its beginning only a web page is refused: whoever reads it judges the rest. It throws FileInTrash,
 * FileNotReady, FileUnavailable, FileRefused, an error of zoom/, or the signal's reason.
 */
export function createReadWhole({ open }: { open: (request: OpenRequest) => Promise<Content> }) {
  return async function readWhole(file: MediaFile, options: ReadWholeOptions): Promise<Buffer | null> {
    const { mostBytes, urgency, signal } = options;
    refuseUnservable(file.file);
    if ((file.file.sizeBytes ?? 0) > mostBytes) return null;
    for (let attempt = 1; ; attempt += 1) {
      const content = await open({ file, begins: 'text', wish: undefined, urgency, signal });
      const bytes = await readAll(content, mostBytes);
      signal.throwIfAborted();
      if (bytes !== undefined) return bytes;
      if (attempt === MOST_ATTEMPTS) {
        throw new ZoomNetworkError('openFile', 'cut short', {
          cause: new BodyCutShort('The file ended early.'),
        });
      }
    }
  };
}

/** The bytes; null when there are too many, undefined when the body broke. */
async function readAll(content: Content, mostBytes: number): Promise<Buffer | null | undefined> {
  const { length, body, giveBack } = content;
  const head = content.takeHead();
  if ((length ?? 0) > mostBytes) return giveUp(body);
  const chunks: Buffer[] = [head];
  let size = head.length;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) return giveUp(body);
    }
  } catch {
    return undefined;
  }
  if (length !== null && size !== length) return undefined;
  const whole = Buffer.concat(chunks, size);
  chunks.forEach(giveBack);
  return whole;
}

function giveUp(body: Readable): null {
  body.destroy();
  return null;
}
