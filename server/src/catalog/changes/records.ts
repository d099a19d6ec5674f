/** Where a recording is: among the live ones, in the trash, or nowhere any more. */
export type Place = 'live' | 'trash' | 'gone';

export type ChangeAction = 'trash' | 'restore' | 'delete';

/** What a person decides; whether Zoom lets a running one go on is no part of it. */
export type RecordedState = 'running' | 'paused' | 'cancelled' | 'done';

/** `sent`: a call is on its way, or was when the process ended. */
export type ItemState = 'queued' | 'sent' | 'done' | 'failed' | 'unknown' | 'cancelled';

/** A change without its items; `items` is how many. Times in epoch milliseconds. */
export interface ChangeRecord {
  n: number;
  id: string;
  key: string;
  digest: string;
  action: ChangeAction;
  state: RecordedState;
  undoes: string | null;
  createdMs: number;
  endedMs: number | null;
  items: number;
  files: number;
  externalFiles: number;
  sizeBytes: number;
}

/** One recording of a change: a session, or with `fileId` (ours) and `zoomFileId` one file of it. */
export interface ItemRecord {
  index: number;
  zoomId: string;
  fileId: string | null;
  zoomFileId: string | null;
  name: string | null;
  label: string | null;
  startMs: number | null;
  sizeBytes: number;
  files: number;
  externalFiles: number;
  state: ItemState;
  callId: number | null;
  /** The asker's own text. */
  problem: string | null;
  changedMs: number | null;
  trackingId: string | null;
}

export type ItemCounts = Record<ItemState, number>;

/** A call that is about to leave. */
export interface CallRecord {
  atMs: number;
  who: string | null;
  action: ChangeAction;
  changeId: string;
  before: Place | null;
}

/** What became of a call. */
export interface ResultRecord {
  atMs: number;
  result: 'done' | 'failed' | 'unknown';
  after: Place | null;
  problem: string | null;
  detail: string | null;
  trackingId: string | null;
}

/** A recording that is elsewhere now; `fileId` null: the whole session. */
export interface Move {
  zoomId: string;
  fileId: string | null;
  zoomFileId: string | null;
  to: Place;
  atMs: number;
}

/** A line of the audit log with what became of it, when that is known. */
export interface AuditRecord {
  id: number;
  atMs: number;
  endedMs: number | null;
  who: string | null;
  action: ChangeAction | null;
  isRefused: boolean;
  result: ResultRecord['result'] | null;
  changeId: string | null;
  zoomId: string | null;
  fileId: string | null;
  name: string | null;
  label: string | null;
  before: Place | null;
  after: Place | null;
  problem: string | null;
  detail: string | null;
  trackingId: string | null;
}
