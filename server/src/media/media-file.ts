import type { RecordingFile } from '../contract/index.ts';

/** What this wing needs to know of a file: the file itself and the session that it is named after. */
export interface MediaFile {
  file: RecordingFile;
  session: { zoomId: string; name: string | null; startTime: string | null };
}
