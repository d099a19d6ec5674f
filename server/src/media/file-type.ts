/** How a file of one extension is announced: our own type, whether a browser may show it, and how it begins. */
export interface FileType {
  contentType: string;
  /** Shown in place; anything else is only ever saved. */
  isInline: boolean;
  begins: Beginning;
}

/** What the first bytes of a body must look like; `text` is anything that is not a web page, `any` is not looked at. */
export type Beginning = 'mp4' | 'webvtt' | 'json' | 'text' | 'jpeg' | 'png' | 'any';

const fileTypes: Readonly<Record<string, FileType>> = {
  mp4: { contentType: 'video/mp4', isInline: true, begins: 'mp4' },
  m4a: { contentType: 'audio/mp4', isInline: true, begins: 'mp4' },
  vtt: { contentType: 'text/vtt; charset=utf-8', isInline: true, begins: 'webvtt' },
  txt: { contentType: 'text/plain; charset=utf-8', isInline: true, begins: 'text' },
  csv: { contentType: 'text/csv; charset=utf-8', isInline: false, begins: 'text' },
  json: { contentType: 'application/json', isInline: false, begins: 'json' },
  jpg: { contentType: 'image/jpeg', isInline: true, begins: 'jpeg' },
  jpeg: { contentType: 'image/jpeg', isInline: true, begins: 'jpeg' },
  png: { contentType: 'image/png', isInline: true, begins: 'png' },
};

/** Zoom's `file_type` says what a file is when it has no extension (zoom-api.md 2.8). */
const extensionsByFileType: Readonly<Record<string, string>> = {
  mp4: 'mp4',
  m4a: 'm4a',
  transcript: 'vtt',
  cc: 'vtt',
  chat: 'txt',
  chat_message: 'txt',
  csv: 'csv',
  timeline: 'json',
  summary: 'json',
  tb: 'jpg',
};

const unknown: FileType = { contentType: 'application/octet-stream', isInline: false, begins: 'text' };

/**
 * The extension we name a file with: Zoom's own when the table knows it, else by `file_type`, else `bin`. Never a word of
 * Zoom's as it stands: it could be `html`.
 */
export function toExtension(file: { extension: string | null; fileType: string | null }): string {
  const given = file.extension?.trim().toLowerCase().replace(/^\./, '') ?? '';
  if (Object.hasOwn(fileTypes, given)) return given;
  const fileType = file.fileType?.trim().toLowerCase() ?? '';
  // An extension that we do not know says more than the type: such a file is saved, never shown.
  if (given === '' && Object.hasOwn(extensionsByFileType, fileType))
    return extensionsByFileType[fileType] ?? 'bin';
  return 'bin';
}

/** How a file with an extension of `toExtension` is announced. What Zoom says its type is plays no part. */
export function toFileType(extension: string): FileType {
  return Object.hasOwn(fileTypes, extension) ? (fileTypes[extension] ?? unknown) : unknown;
}
