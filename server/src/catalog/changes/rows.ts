import type { Selectable } from 'kysely';
import type { ChangeRecord, ItemRecord } from './records.ts';
import type { ChangeItemsTable, ChangesTable } from './schema.ts';

/** A row of `changes` as the rest of the program knows it. */
export function toChange(row: Selectable<ChangesTable>): ChangeRecord {
  const { created_ms, ended_ms, external_files, size_bytes, action, state, ...same } = row;
  return {
    ...same,
    // Both columns are written from a ChangeRecord alone.
    action: action as ChangeRecord['action'],
    state: state as ChangeRecord['state'],
    createdMs: created_ms,
    endedMs: ended_ms,
    externalFiles: external_files,
    sizeBytes: size_bytes,
  };
}

/** A row of `change_items` as the rest of the program knows it. */
export function toItem(row: Selectable<ChangeItemsTable>): ItemRecord {
  return {
    index: row.i,
    zoomId: row.zoom_id,
    fileId: row.file_id,
    zoomFileId: row.zoom_file_id,
    name: row.name,
    label: row.label,
    startMs: row.start_ms,
    sizeBytes: row.size_bytes,
    files: row.files,
    externalFiles: row.external_files,
    state: row.state as ItemRecord['state'], // written from an ItemRecord alone
    callId: row.call_id,
    problem: row.problem,
    changedMs: row.changed_ms,
    trackingId: row.tracking_id,
  };
}
