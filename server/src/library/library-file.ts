import type { RecordingFile } from '../contract/index.ts';

/** A file with what names it: the session it belongs to. */
export interface LibraryFile {
  file: RecordingFile;
  session: { zoomId: string; name: string | null; startTime: string | null };
}
