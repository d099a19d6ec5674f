import { parseRange, type RangeWish } from './byte-range.ts';
import { type Content, discardContent } from './content.ts';
import { RangeNotSatisfiable } from './errors.ts';
import type { Beginning } from './file-type.ts';
import { inspectedBytes } from './first-bytes.ts';
import type { MediaFile } from './media-file.ts';
import type { OpenRequest } from './open-content.ts';
import type { MediaRequest } from './response-headers.ts';

/** What HEAD asks of Zoom's side instead (its HEAD is undocumented): enough to check the file and to learn its size. */
const headWish: RangeWish = { first: 0, last: inspectedBytes - 1 };

/**
 * Opens what a reader asked for. If-Range is kept also where Zoom's side forgets it: a part of another version than the
 * reader has is never sent as that part (RFC 9110 13.1.5).
 */
export async function openForReader(options: {
  open: (request: OpenRequest) => Promise<Content>;
  file: MediaFile;
  begins: Beginning;
  request: MediaRequest;
  signal: AbortSignal;
}): Promise<Content> {
  const { open, file, begins, request, signal } = options;
  if (request.method === 'HEAD') return openForHead({ open, file, begins, signal });
  const { ifRange } = request;
  // A weak validator cannot vouch for single bytes.
  const wish = ifRange?.startsWith('W/') ? undefined : parseRange(request.range);
  const content = await open({ file, begins, wish, ifRange, signal });
  if (!content.isPart || ifRange === undefined || [content.etag, content.lastModified].includes(ifRange))
    return content;
  discardContent(content);
  return open({ file, begins, wish: undefined, signal });
}

/** Opens the first bytes of a file: they are checked, and its size comes with them (`total`). */
export async function openForHead({
  open,
  file,
  begins,
  signal,
}: Omit<OpenRequest, 'wish'> & { open: (request: OpenRequest) => Promise<Content> }) {
  try {
    return await open({ file, begins, wish: headWish, signal });
  } catch (error) {
    // No range begins in an empty file.
    if (!(error instanceof RangeNotSatisfiable)) throw error;
    return open({ file, begins, wish: undefined, signal });
  }
}
