import type { RecordingFile, Session } from '@matinee/server/contract';
import { messages } from '../../lib/messages.ts';

/** How much of an id is enough to tell two untitled sessions apart. */
const shortIdLength = 8;

/** A session's name, or "Untitled session" with the beginning of its Zoom id. */
export function nameOfSession(session: Session): string {
  const name = session.name?.trim();
  return name ? name : `${messages.untitled} ${shortId(session)}`;
}

/** The first characters of a session's Zoom id. */
export function shortId(session: Session): string {
  return session.zoomId.slice(0, shortIdLength);
}

/** A file's label with the participant whose single recording it is: `Audio only · Ana`. */
export function nameOfFile(file: RecordingFile): string {
  const participant = participantBeside(file);
  return participant ? `${file.label} · ${participant}` : file.label;
}

/** Whose single recording a file is, where its label does not say so already; null otherwise. */
export function participantBeside({ participant, label }: RecordingFile): string | null {
  const name = participant?.name?.trim();
  return name && !label.includes(name) ? name : null;
}

/** `MP4`, from Zoom's extension or file type; empty when it says neither. */
export function typeOfFile(file: RecordingFile): string {
  return (file.extension ?? file.fileType ?? '').toUpperCase();
}

/** Whole minutes between a file's start and end; null when either is missing or they are reversed. */
export function minutesOfFile(file: RecordingFile): number | null {
  if (!file.startTime || !file.endTime) return null;
  const minutes = (Date.parse(file.endTime) - Date.parse(file.startTime)) / 60_000;
  return minutes > 0 ? minutes : null;
}
