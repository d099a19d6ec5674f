import { fileState } from '../catalog/file-state.ts';
import type { CatalogFile, CatalogSession } from '../catalog/rows.ts';
import type { Participant, RecordingFile, Session } from '../contract/index.ts';
import { fileLabel } from './file-label.ts';
import { toSessionId } from './session-id.ts';

/** Zoom keeps what is in the trash for 30 days (zoom-api.md 3.4, 3.6). */
const TRASH_MS = 30 * 86_400_000;

/** Which of a session's files a list shows: all, or only those that are in the trash by themselves. */
export type Shown = 'all' | 'trashed-files';

/** A session of the catalog as the client gets it. Sizes and counts are of the list it stands in. */
export function presentSession(session: CatalogSession, shown: Shown = 'all'): Session {
  const files = shown === 'all' ? session.files : session.files.filter((file) => file.isTrashed);
  const counted = shown === 'all' ? countedFiles(session) : files;
  const trashedMs = session.state === 'trashed' ? session.trashedMs : null;
  return {
    id: toSessionId(session.zoomId),
    zoomId: session.zoomId,
    name: session.name,
    key: session.key,
    startTime: toIso(session.startMs),
    durationMinutes: session.durationMinutes,
    sizeBytes: counted.reduce((sum, file) => sum + (file.sizeBytes ?? 0), 0),
    fileCount: counted.length,
    reported: { sizeBytes: session.reportedBytes, fileCount: session.reportedFiles },
    state: session.state === 'trashed' ? 'trashed' : 'live',
    trashedAt: toIso(trashedMs),
    purgeAt: toIso(trashedMs === null ? null : trashedMs + TRASH_MS),
    files: files.map((file) => presentFile(file, session)),
  };
}

/** A file of the catalog as the client gets it. */
export function presentFile(file: CatalogFile, session: CatalogSession): RecordingFile {
  const participant = presentParticipant(file);
  const trashedMs = trashedMsOf(file, session);
  return {
    id: file.id,
    sessionId: toSessionId(session.zoomId),
    kind: file.kind,
    recordingType: file.recordingType,
    fileType: file.fileType,
    extension: file.extension,
    label: fileLabel({ ...file, participant }),
    startTime: toIso(file.startMs),
    endTime: toIso(file.endMs),
    sizeBytes: file.sizeBytes,
    state: fileState(file),
    participant,
    trashedAt: toIso(trashedMs),
    purgeAt: toIso(trashedMs === null ? null : trashedMs + TRASH_MS),
  };
}

/** The files whose sizes a session's own list adds up. */
function countedFiles(session: CatalogSession): CatalogFile[] {
  return session.state === 'trashed' ? session.files : session.files.filter((file) => file.isLive);
}

function trashedMsOf(file: CatalogFile, session: CatalogSession): number | null {
  if (session.state === 'trashed') return file.trashedMs ?? session.trashedMs;
  return file.isTrashed ? file.trashedMs : null;
}

function presentParticipant(file: CatalogFile): Participant | null {
  if (file.source === 'recording') return null;
  return { name: file.participantName, userId: file.userId, userKey: file.userKey };
}

/** ISO-8601 in UTC with milliseconds. */
function toIso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
