import type { Readable } from 'node:stream';
import type { OpenedFile } from '../zoom/client.ts';
import { isAnswerTo, parseContentRange, parseUnsatisfied, type RangeWish } from './byte-range.ts';
import { BodyCutShort, FileRefused, RangeNotSatisfiable } from './errors.ts';
import type { Beginning } from './file-type.ts';
import { canBegin, inspectedBytes } from './first-bytes.ts';

/** A part of a file, or the whole, that has passed every check and waits to be read. */
export interface Content {
  /** Whether it is the part that was wished for; otherwise it is the whole file. */
  isPart: boolean;
  /** Position in the file of its first byte. */
  first: number;
  /** How many bytes will come; null when Zoom's side did not say. */
  length: number | null;
  /** The size of the whole file; null when Zoom's side did not say. */
  total: number | null;
  acceptsRanges: boolean;
  etag: string | null;
  lastModified: string | null;
  /** Gives, once, the bytes that were read to be looked at; the rest follows in `body`. */
  takeHead: () => Buffer;
  body: Readable;
  /** Takes bytes of the body back, once, when nobody needs them any more (OpenedFile). */
  giveBack: (bytes: Uint8Array) => void;
}

/**
 * An answer of Zoom's side → Content, or the reason why a reader must not see it, in which case the body is destroyed.
 * Throws RangeNotSatisfiable (416), FileRefused (a page, a compressed body, another part than asked, first bytes of
 * another type) and BodyCutShort (it ended before its first bytes).
 */
export async function toContent(options: {
  opened: OpenedFile;
  wish: RangeWish | undefined;
  begins: Beginning;
}): Promise<Content> {
  const { opened, wish, begins } = options;
  // Whoever reads is told of a failure by reading; once nobody reads, an error that nobody hears would end the process.
  opened.body.on('error', () => {});
  try {
    refuseDisguise(opened.headers);
    const part = opened.status === 206 ? toPart(opened, wish) : undefined;
    if (opened.status === 416) throw new RangeNotSatisfiable(parseUnsatisfied(opened.headers.contentRange));
    const whole = { first: 0, length: opened.headers.contentLength, total: opened.headers.contentLength };
    const { first, length, total } = part ?? whole;
    const head =
      first === 0 ? await readHead(opened.body, Math.min(length ?? inspectedBytes, inspectedBytes)) : noBytes;
    const isWhole = !part || part.length === part.total;
    if (first === 0 && !canBegin({ bytes: head, beginning: begins, isWhole })) {
      throw new FileRefused('Zoom sent something that is not a file of this type.');
    }
    const { etag, lastModified, acceptRanges } = opened.headers;
    const acceptsRanges = part !== undefined || acceptRanges?.toLowerCase() === 'bytes';
    return {
      isPart: part !== undefined,
      first,
      length,
      total,
      acceptsRanges,
      etag,
      lastModified,
      takeHead: once(head),
      body: opened.body,
      giveBack: opened.giveBack,
    };
  } catch (error) {
    opened.body.destroy();
    throw error;
  }
}

const noBytes = Buffer.alloc(0);

/** Lets go of the bytes when they are given: a slow reader's file is open for hours. */
function once(bytes: Buffer): () => Buffer {
  let kept = bytes;
  return () => {
    const given = kept;
    kept = noBytes;
    return given;
  };
}

/** Throws the rest of a content away; a short rest is read, so that its connection can serve again. */
export function discardContent({ length, body }: Content): void {
  if (length !== null && length <= inspectedBytes) body.resume();
  else body.destroy();
}

function refuseDisguise({ contentType, contentEncoding }: OpenedFile['headers']): void {
  if (/^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '')) {
    throw new FileRefused(
      'Zoom sent a web page instead of the file. Only the host may be able to download it.',
    );
  }
  // We asked for identity; lengths and ranges of a compressed body would be those of another file.
  if (contentEncoding !== null && contentEncoding.trim().toLowerCase() !== 'identity') {
    throw new FileRefused('Zoom sent the file compressed, which nobody asked for.');
  }
}

function toPart({ headers }: OpenedFile, wish: RangeWish | undefined) {
  const range = parseContentRange(headers.contentRange);
  if (!range || !wish || !isAnswerTo(wish, range)) {
    throw new FileRefused('Zoom sent another part of the file than was asked for.');
  }
  const length = range.last - range.first + 1;
  if (headers.contentLength !== null && headers.contentLength !== length) {
    throw new FileRefused('Zoom sent a part whose length contradicts its own range.');
  }
  return { first: range.first, length, total: range.total };
}

async function readHead(body: Readable, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  if (bytes === 0) return noBytes;
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= bytes) break;
    }
  } catch (cause) {
    throw new BodyCutShort('Zoom’s side broke off before the first bytes.', { cause });
  }
  return Buffer.concat(chunks);
}
