import type { FileDraft, FileSource, SessionDraft } from '../catalog/rows.ts';
import { cleanText, normaliseSearch } from '../catalog/search-text.ts';
import type { ZoomFile, ZoomSession } from '../zoom/schemas.ts';
import { fileKind } from './file-kind.ts';

/** A file as the catalog keeps it, and its address, which the catalog never sees. */
export interface ReadFile {
  zoomFile: ZoomFile;
  draft: FileDraft;
}

/** One session of an answer, in our units. `files` are those of the draft, in the same order. */
export interface ReadSession {
  draft: SessionDraft;
  files: ReadFile[];
}

/** Turns Zoom's words into the catalog's. What is absent, empty or impossible becomes null; nothing is guessed. */
export function readSession(session: ZoomSession): ReadSession {
  const files = [
    ...readFiles(session.recording_files, 'recording'),
    ...readFiles(session.participant_video_files, 'participant-video'),
    ...readFiles(session.participant_audio_files, 'participant-audio'),
  ];
  const zoomId = cleanText(session.session_id);
  const name = text(session.session_name);
  const key = text(session.session_key);
  return {
    files,
    draft: {
      zoomId,
      name,
      key,
      startMs: time(session.start_time),
      durationMinutes: amount(session.duration),
      reportedBytes: wholeAmount(session.total_size),
      reportedFiles: wholeAmount(session.recording_count),
      search: searchText({ name, key }),
      files: files.map(({ draft }) => draft),
    },
  };
}

function readFiles(files: readonly ZoomFile[], source: FileSource): ReadFile[] {
  return files.map((zoomFile) => ({ zoomFile, draft: readFile(zoomFile, source) }));
}

function readFile(file: ZoomFile, source: FileSource): FileDraft {
  const recordingType = text(file.recording_type);
  const fileType = text(file.file_type);
  const extension = text(file.file_extension);
  const isParticipants = source !== 'recording';
  return {
    zoomId: text(file.id),
    source,
    kind: fileKind({
      isParticipantAudio: source === 'participant-audio',
      recordingType,
      fileType,
      extension,
    }),
    recordingType,
    fileType,
    extension,
    status: text(file.status),
    startMs: time(file.recording_start),
    endMs: time(file.recording_end),
    sizeBytes: wholeAmount(file.file_size),
    hasAddress: text(file.download_url) !== null,
    isExternal: text(file.external_storage_url) !== null,
    participantName: isParticipants ? text(file.file_name) : null,
    userId: text(file.user_id),
    userKey: text(file.user_key),
    trashedMs: time(file.deleted_time),
  };
}

/** A line with the name and one with the key. */
function searchText({ name, key }: { name: string | null; key: string | null }): string {
  return `${normaliseSearch(name ?? '')}\n${normaliseSearch(key ?? '')}`;
}

/** Empty means absent in Zoom's answers. */
function text(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : cleanText(value);
}

/** Between these every time, and 30 days after it, can be written as ISO-8601 with a year of four digits. */
const FIRST_MS = Date.UTC(1970, 0, 1);
const LAST_MS = Date.UTC(9998, 0, 1);

/** Epoch milliseconds of an ISO time with a zone; null for anything else. */
function time(value: string | undefined): number | null {
  if (value === undefined || !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(value)) return null;
  const ms = Date.parse(value);
  return ms >= FIRST_MS && ms <= LAST_MS ? ms : null;
}

function amount(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : null;
}

function wholeAmount(value: number | undefined): number | null {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
