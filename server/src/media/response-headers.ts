import { create as contentDisposition } from 'content-disposition';
import type { Content } from './content.ts';
import { toFileName } from './file-name.ts';
import { toExtension, toFileType } from './file-type.ts';
import type { MediaFile } from './media-file.ts';

export interface MediaRequest {
  method: 'GET' | 'HEAD';
  range: string | undefined;
  ifRange: string | undefined;
  /** Save it under a readable name, instead of showing it. */
  download: boolean;
}

/**
 * The whole head of a good answer. Of Zoom's side only lengths, ranges and validators go on; type, name and disposition are
 * ours, because a body that Zoom's side calls a page must not become one on our origin.
 */
export function toHeaders(options: {
  file: MediaFile;
  request: MediaRequest;
  content: Content;
}): Record<string, string> {
  const { file, request, content } = options;
  const extension = toExtension(file.file);
  const { contentType, isInline } = toFileType(extension);
  const disposition = isInline && !request.download ? 'inline' : 'attachment';
  return {
    'content-type': contentType,
    'content-disposition': contentDisposition(toFileName(file, extension), { type: disposition }),
    'cache-control': 'private, no-store',
    ...toLengths(request, content),
    ...(content.acceptsRanges ? { 'accept-ranges': 'bytes' } : {}),
    ...(content.etag === null ? {} : { etag: content.etag }),
    ...(content.lastModified === null ? {} : { 'last-modified': content.lastModified }),
  };
}

/** HEAD tells of the whole file, whatever part of it was opened to learn that. */
function toLengths(
  { method }: MediaRequest,
  { isPart, first, length, total }: Content,
): Record<string, string> {
  const size = method === 'HEAD' ? total : length;
  const contentLength = size === null ? {} : { 'content-length': String(size) };
  if (method === 'HEAD' || !isPart || length === null) return contentLength;
  return { ...contentLength, 'content-range': `bytes ${first}-${first + length - 1}/${total ?? '*'}` };
}
