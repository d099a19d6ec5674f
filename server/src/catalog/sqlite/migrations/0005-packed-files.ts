import type Database from 'libsql';
import { packFiles } from '../../packed-files.ts';
import type { FileSource } from '../../rows.ts';
import { FILE_KINDS } from '../../rows.ts';
import type { StoredFile } from '../../stored-session.ts';

const SOURCES: readonly FileSource[] = ['recording', 'participant-video', 'participant-audio'];

/** One pack of files for each session instead of a row for each file, which took two thirds of the catalog. */
export function packedFiles(database: Database.Database): void {
  database.exec(`
    CREATE TABLE session_files (
      session_rid INTEGER PRIMARY KEY REFERENCES sessions (rid) ON DELETE CASCADE,
      packed BLOB NOT NULL
    );
    CREATE TABLE file_ids (
      id_hash INTEGER NOT NULL,
      session_rid INTEGER NOT NULL,
      PRIMARY KEY (id_hash, session_rid)
    ) WITHOUT ROWID;
    INSERT OR IGNORE INTO file_ids SELECT id_hash, session_rid FROM files;`);
  const next = database.prepare('SELECT min(session_rid) AS rid FROM files WHERE session_rid > ?');
  const read = database.prepare('SELECT * FROM files WHERE session_rid = ? ORDER BY n');
  const write = database.prepare('INSERT INTO session_files VALUES (?, ?)');
  for (let rid = nextRid(next, -1); rid !== null; rid = nextRid(next, rid)) {
    write.run(rid, packFiles((read.all(rid) as FileRow[]).map(toFile))); // the columns of migration 1
  }
  database.exec('DROP TABLE files');
}

function nextRid(statement: Database.Statement, after: number): number | null {
  const [row] = statement.all(after) as { rid: number | null }[]; // the column just named
  return row?.rid ?? null;
}

/** A row of the table this step takes away (migration 1). */
interface FileRow {
  id: string;
  zoom_id: string | null;
  id_is_zooms: number;
  source: number;
  kind: number;
  recording_type: string | null;
  file_type: string | null;
  extension: string | null;
  status: string | null;
  start_ms: number | null;
  end_ms: number | null;
  size_bytes: number | null;
  has_address: number;
  is_external: number;
  participant_name: string | null;
  user_id: string | null;
  user_key: string | null;
  lists: number;
  trashed_ms: number | null;
}

function toFile(row: FileRow): StoredFile {
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
