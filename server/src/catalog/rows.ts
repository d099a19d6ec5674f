/** The lists of Zoom in which a session can be seen: the month lists, and the two trashes. */
export type ListName = 'live' | 'trashed-sessions' | 'trashed-files';

/** Which of a session's three arrays a file came in (zoom-api.md 2.6). */
export type FileSource = 'recording' | 'participant-video' | 'participant-audio';

/**
 * What a file is to a person. The order is the numbers' meaning in the database: append, never reorder.
 */
export const FILE_KINDS = [
  'other',
  'video',
  'audio',
  'transcript',
  'captions',
  'chat',
  'timeline',
  'summary',
  'poll',
  'image',
] as const;
export type CatalogFileKind = (typeof FILE_KINDS)[number];

/** One file as an answer of Zoom told it, already in our units: times in epoch milliseconds, sizes in bytes. */
export interface FileDraft {
  zoomId: string | null;
  source: FileSource;
  kind: CatalogFileKind;
  recordingType: string | null;
  fileType: string | null;
  extension: string | null;
  status: string | null;
  startMs: number | null;
  endMs: number | null;
  sizeBytes: number | null;
  hasAddress: boolean;
  isExternal: boolean;
  participantName: string | null;
  userId: string | null;
  userKey: string | null;
  trashedMs: number | null;
}

/**
 * One session as an answer of Zoom told it. `search` is what a search looks into, already normalised: a line with
 * the name ('' when there is none), which sorts lists by name, then the key.
 */
export interface SessionDraft {
  zoomId: string;
  name: string | null;
  key: string | null;
  startMs: number | null;
  durationMinutes: number | null;
  reportedBytes: number | null;
  reportedFiles: number | null;
  search: string;
  files: FileDraft[];
}

/** A file of the catalog. `isLive` and `isTrashed` say in which lists it was last seen by itself. */
export interface CatalogFile extends FileDraft {
  id: string;
  isLive: boolean;
  isTrashed: boolean;
}

/** `live`: in a month list. `trashed`: in the trash as a whole. `parts-only`: only some trashed files of it are known. */
export type SessionState = 'live' | 'trashed' | 'parts-only';

/** A session of the catalog with its files. `positionMs` is where lists place it, also when Zoom told no start. */
export interface CatalogSession {
  rid: number;
  positionMs: number;
  zoomId: string;
  name: string | null;
  key: string | null;
  startMs: number | null;
  durationMinutes: number | null;
  reportedBytes: number | null;
  reportedFiles: number | null;
  state: SessionState;
  trashedMs: number | null;
  /** When the single-session call last told of it, epoch milliseconds. */
  readMs: number | null;
  files: CatalogFile[];
}

/** Sums over sessions; `minutes` adds what Zoom calls duration. */
export interface CatalogTotals {
  sessions: number;
  files: number;
  bytes: number;
  minutes: number;
}

/** What is known of a window between passes. `problem` is the library's own text. */
export interface WindowRecord {
  id: string;
  state: 'complete' | 'partial' | 'failed' | 'unread';
  syncedMs: number | null;
  reportedTotal: number | null;
  pages: number;
  unreadable: number;
  problem: string | null;
  /** Something outside says that it should be read again at the next look. */
  isDue: boolean;
}
