import { fileIdHash } from './file-identity.ts';
import { positionOfRid } from './position.ts';
import {
  type CatalogFile,
  type CatalogSession,
  FILE_KINDS,
  type FileDraft,
  type FileSource,
  type SessionDraft,
  type SessionState,
} from './rows.ts';
import type { FileRow, NewFileRow, SessionRow } from './schema.ts';
import { sumsOf } from './session-sums.ts';

/** In which lists a file was last seen, as bits of `files.lists`. */
export const IN_LIVE = 1;
export const IN_PARTS = 2;
export const IN_TRASHED = 4;

const SOURCES: readonly FileSource[] = ['recording', 'participant-video', 'participant-audio'];

export interface StoredFile extends FileDraft {
  id: string;
  lists: number;
}

/** A session as the catalog keeps it: what was told of it, and when which list last showed it. */
export interface StoredSession extends Omit<SessionDraft, 'files'> {
  rid: number;
  positionMs: number;
  liveSeq: number | null;
  trashedSeq: number | null;
  partsSeq: number | null;
  trashedMs: number | null;
  readMs: number | null;
  told: string | null;
  files: StoredFile[];
}

/** Live and trashed exclude each other: the newer evidence has cleared the older (merge-session.ts). */
export function stateOf(session: StoredSession): SessionState {
  if (session.liveSeq !== null) return 'live';
  return session.trashedSeq !== null ? 'trashed' : 'parts-only';
}

/** False when no list shows the session any more. */
export function isMember(session: StoredSession): boolean {
  return session.liveSeq !== null || session.trashedSeq !== null || session.partsSeq !== null;
}

export function toStoredSession(row: SessionRow, fileRows: readonly FileRow[]): StoredSession {
  return {
    rid: row.rid,
    positionMs: positionOfRid(row.rid),
    zoomId: row.zoom_id,
    name: row.name,
    key: row.key,
    startMs: row.start_ms,
    durationMinutes: row.duration_minutes,
    reportedBytes: row.reported_bytes,
    reportedFiles: row.reported_files,
    search: row.search,
    liveSeq: row.live_seq,
    trashedSeq: row.trashed_seq,
    partsSeq: row.parts_seq,
    trashedMs: row.trashed_ms,
    readMs: row.read_ms,
    told: row.told,
    files: fileRows.map(toStoredFile),
  };
}

export function toSessionRow(session: StoredSession): SessionRow {
  return {
    rid: session.rid,
    zoom_id: session.zoomId,
    name: session.name,
    key: session.key,
    start_ms: session.startMs,
    duration_minutes: session.durationMinutes,
    reported_bytes: session.reportedBytes,
    reported_files: session.reportedFiles,
    state: stateNumber(stateOf(session)),
    live_seq: session.liveSeq,
    trashed_seq: session.trashedSeq,
    parts_seq: session.partsSeq,
    trashed_ms: session.trashedMs,
    read_ms: session.readMs,
    told: session.told,
    search: session.search,
    ...sumsOf(session),
  };
}

/** The numbers of `sessions.state`. */
export function stateNumber(state: SessionState): number {
  return state === 'live' ? 0 : state === 'trashed' ? 1 : 2;
}

/** What the library gets to see: bits and sequence numbers turned into words. */
export function toCatalogSession(session: StoredSession): CatalogSession {
  const { rid, positionMs, zoomId, name, key, startMs, durationMinutes } = session;
  const { reportedBytes, reportedFiles, trashedMs, readMs } = session;
  return {
    ...{ rid, positionMs, zoomId, name, key, startMs, durationMinutes },
    ...{ reportedBytes, reportedFiles, trashedMs, readMs },
    state: stateOf(session),
    files: session.files.map(toCatalogFile),
  };
}

function toCatalogFile({ lists, ...file }: StoredFile): CatalogFile {
  return { ...file, isLive: (lists & IN_LIVE) !== 0, isTrashed: (lists & IN_PARTS) !== 0 };
}

function toStoredFile(row: FileRow): StoredFile {
  return {
    id: row.id,
    zoomId: row.id_is_zooms === 1 ? row.id : row.zoom_id,
    source: SOURCES[row.source] ?? 'recording',
    kind: FILE_KINDS[row.kind] ?? 'other',
    recordingType: row.recording_type,
    fileType: row.file_type,
    extension: row.extension,
    status: row.status,
    startMs: row.start_ms,
    endMs: row.end_ms,
    sizeBytes: row.size_bytes,
    hasAddress: row.has_address === 1,
    isExternal: row.is_external === 1,
    participantName: row.participant_name,
    userId: row.user_id,
    userKey: row.user_key,
    trashedMs: row.trashed_ms,
    lists: row.lists,
  };
}

/** The row of the n-th file of a session. */
export function toFileRow(file: StoredFile, place: { rid: number; n: number }): NewFileRow {
  const isZooms = file.zoomId === file.id;
  return {
    session_rid: place.rid,
    n: place.n,
    id: file.id,
    id_hash: fileIdHash(file.id),
    zoom_id: isZooms ? null : file.zoomId,
    id_is_zooms: Number(isZooms),
    source: SOURCES.indexOf(file.source),
    kind: FILE_KINDS.indexOf(file.kind),
    recording_type: file.recordingType,
    file_type: file.fileType,
    extension: file.extension,
    status: file.status,
    start_ms: file.startMs,
    end_ms: file.endMs,
    size_bytes: file.sizeBytes,
    has_address: Number(file.hasAddress),
    is_external: Number(file.isExternal),
    participant_name: file.participantName,
    user_id: file.userId,
    user_key: file.userKey,
    lists: file.lists,
    trashed_ms: file.trashedMs,
  };
}
