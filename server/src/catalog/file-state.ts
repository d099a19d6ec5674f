import type { FileDraft } from './rows.ts';

/** What can be done with a file now. The order is the numbers' meaning in the database: append, never reorder. */
export const FILE_STATES = ['ready', 'processing', 'unavailable'] as const;
export type CatalogFileState = (typeof FILE_STATES)[number];

/** Rows of a recording still being made have a status of it, or neither type, end nor bytes (zoom-api.md 2.7). */
export function fileState(file: FileDraft): CatalogFileState {
  const hasNothing = file.endMs === null && !file.sizeBytes;
  if (file.status === 'processing' || (hasNothing && file.fileType === null)) return 'processing';
  return file.hasAddress ? 'ready' : 'unavailable';
}
