import type { RecordingFile, Session } from '@matinee/server/contract';
import { plural, speakBytes, speakDateTime, speakMinutes } from '../../lib/format.ts';
import type { TreeItem } from '../session-tree/tree-model.ts';
import { nameOfFile, nameOfSession, typeOfFile } from './names.ts';
import { badgeOfFile, badgeOfSession } from './session-state.ts';

const badgeWords = { processing: 'processing', unavailable: 'not at Zoom', trashed: 'in trash' } as const;

/** The accessible name of any row of a list. */
export function labelOfItem({ session, file }: TreeItem): string {
  return file ? labelOfFile(file) : labelOfSession(session);
}

/** The files shown below a live session. */
export function filesOfSession(session: Session): readonly RecordingFile[] {
  return session.files;
}

/** What a session's row is called: "Design review, Friday 20 November 14:05, 1 hour 8 minutes, 4 files, 2.8 gigabytes". */
export function labelOfSession(session: Session): string {
  const badge = badgeOfSession(session);
  return toList([
    nameOfSession(session),
    speakDateTime(session.startTime),
    speakMinutes(session.durationMinutes),
    session.fileCount > 0 ? plural(session.fileCount, 'file') : 'no files',
    speakBytes(session.sizeBytes),
    badge ? badgeWords[badge] : '',
  ]);
}

/** What a file's row is called: "Gallery view, MP4, 1.6 gigabytes". */
export function labelOfFile(file: RecordingFile): string {
  const badge = badgeOfFile(file);
  return toList([
    nameOfFile(file),
    typeOfFile(file),
    speakBytes(file.sizeBytes),
    badge ? badgeWords[badge] : '',
  ]);
}

function toList(parts: readonly string[]): string {
  return parts.filter(Boolean).join(', ');
}
