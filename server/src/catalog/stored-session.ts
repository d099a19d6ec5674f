import { positionOfRid } from './position.ts';
import type { CatalogFile, CatalogSession, FileDraft, SessionDraft, SessionState } from './rows.ts';
import type { SessionRow } from './schema.ts';

/** In which lists a file was last seen, as bits of `files.lists`. */
export const IN_LIVE = 1;
export const IN_PARTS = 2;
export const IN_TRASHED = 4;

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

export function toStoredSession(row: SessionRow, files: StoredFile[]): StoredSession {
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
    files,
  };
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

function toCatalogFile(file: StoredFile): CatalogFile {
  return {
    ...file,
    isLive: (file.lists & IN_LIVE) !== 0,
    isTrashed: (file.lists & IN_PARTS) !== 0,
  };
}
