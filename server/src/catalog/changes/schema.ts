import type { Generated } from 'kysely';

/** One change as it was asked for; `key` and `digest` tell a repetition from another wish under the same key. */
export interface ChangesTable {
  n: number;
  id: string;
  key: string;
  digest: string;
  action: string;
  state: string;
  undoes: string | null;
  created_ms: number;
  ended_ms: number | null;
  items: number;
  files: number;
  external_files: number;
  size_bytes: number;
}

/** One recording of a change. `call_id` is its last line in the audit log, `problem` the asker's own text. */
export interface ChangeItemsTable {
  change_n: number;
  i: number;
  zoom_id: string;
  file_id: string | null;
  zoom_file_id: string | null;
  name: string | null;
  label: string | null;
  start_ms: number | null;
  size_bytes: number;
  files: number;
  external_files: number;
  state: string;
  call_id: number | null;
  problem: string | null;
  changed_ms: number | null;
  tracking_id: string | null;
}

/** A call, on the disk before it leaves; or a request that was refused, which has no result. */
export interface AuditCallsTable {
  id: Generated<number>;
  at_ms: number;
  who: string | null;
  action: string | null;
  is_refused: number;
  change_id: string | null;
  zoom_id: string | null;
  file_id: string | null;
  name: string | null;
  label: string | null;
  before: string | null;
  detail: string | null;
}

/** What became of a call. */
export interface AuditResultsTable {
  call_id: number;
  at_ms: number;
  result: string;
  after: string | null;
  problem: string | null;
  detail: string | null;
  tracking_id: string | null;
}

export interface ChangesSchema {
  changes: ChangesTable;
  change_items: ChangeItemsTable;
  audit_calls: AuditCallsTable;
  audit_results: AuditResultsTable;
}
