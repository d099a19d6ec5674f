import type { Kysely, Selectable } from 'kysely';
import type { ChangesSchema } from './changes/schema.ts';

/** Sessions, one row each. `rid` is ordered by time (see position.ts); lists walk it. */
export interface SessionsTable {
  rid: number;
  zoom_id: string;
  name: string | null;
  key: string | null;
  start_ms: number | null;
  duration_minutes: number | null;
  reported_bytes: number | null;
  reported_files: number | null;
  /** 0 live, 1 trashed as a whole, 2 only trashed files of it are known. */
  state: number;
  /** When each list last showed it, as a sequence number; null: it is not in that list. */
  live_seq: number | null;
  trashed_seq: number | null;
  parts_seq: number | null;
  /** Of the whole session in the trash. */
  trashed_ms: number | null;
  /** The trashed file of it that Zoom purges first. */
  parts_trashed_ms: number | null;
  /** What the list of its state counts; `kinds` is a bit set over FILE_KINDS. */
  files: number;
  bytes: number;
  kinds: number;
  parts_files: number;
  parts_bytes: number;
  parts_kinds: number;
  /** Bit sets over FILE_STATES, like `kinds`. */
  states: number;
  parts_states: number;
  read_ms: number | null;
  /** Digest of what a month list last told of it, while nothing else has changed it since (told-before.ts). */
  told: string | null;
  search: string;
  /** Names and keys of its participants as searches compare them, one on each line. */
  people: string;
}

/** The files of each session in one pack (packed-files.ts). */
export interface SessionFilesTable {
  session_rid: number;
  packed: Uint8Array;
}

/** Which sessions may hold a file with an id of that hash (file-identity.ts); `bucket` goes by their time (file-ids.ts). */
export interface FileIdsTable {
  bucket: number;
  id_hash: number;
  session_rid: number;
}

/** Sums per scope: `2026-11` for a month of live sessions, or the name of a trash. */
export interface TotalsTable {
  scope: string;
  sessions: number;
  files: number;
  bytes: number;
  minutes: number;
}

export interface WindowsTable {
  id: string;
  state: string;
  synced_ms: number | null;
  reported_total: number | null;
  pages: number;
  unreadable: number;
  problem: string | null;
  is_due: number;
}

export interface PausesTable {
  label: string;
  until_ms: number;
}

/** Searches people keep. The name is the key: the same name replaces. */
export interface SavedSearchesTable {
  id: string;
  name: string;
  search: string;
  created_ms: number;
}

/** What Zoom told by webhook; `done_ms` is null until its session was read again. */
export interface WebhookEventsTable {
  key: string;
  name: string;
  zoom_id: string;
  received_ms: number;
  done_ms: number | null;
}

/** Single numbers: `sequence`, the last sequence number given out; `history-paused`, 1 while a person has paused it. */
export interface MetaTable {
  name: string;
  value: number;
}

export interface CatalogSchema extends ChangesSchema {
  sessions: SessionsTable;
  session_files: SessionFilesTable;
  file_ids: FileIdsTable;
  totals: TotalsTable;
  windows: WindowsTable;
  pauses: PausesTable;
  saved_searches: SavedSearchesTable;
  webhook_events: WebhookEventsTable;
  meta: MetaTable;
}

export type SessionRow = Selectable<SessionsTable>;

/** Where queries run: the catalog, or a transaction of it. */
export type Db = Kysely<CatalogSchema>;
