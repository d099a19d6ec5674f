/** The first layout: sessions by time, files by session, sums per month, windows, pauses. */
export const sessionsFilesWindows = `
CREATE TABLE sessions (
  rid INTEGER PRIMARY KEY,
  zoom_id TEXT NOT NULL UNIQUE,
  name TEXT,
  key TEXT,
  start_ms INTEGER,
  duration_minutes REAL,
  reported_bytes INTEGER,
  reported_files INTEGER,
  state INTEGER NOT NULL,
  live_seq INTEGER,
  trashed_seq INTEGER,
  parts_seq INTEGER,
  trashed_ms INTEGER,
  parts_trashed_ms INTEGER,
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  kinds INTEGER NOT NULL,
  parts_files INTEGER NOT NULL,
  parts_bytes INTEGER NOT NULL,
  parts_kinds INTEGER NOT NULL,
  read_ms INTEGER,
  told TEXT,
  search TEXT NOT NULL
);
-- The trashes are a small part of all sessions; these hold that part alone.
CREATE INDEX sessions_trashed ON sessions (rid) WHERE trashed_seq IS NOT NULL;
CREATE INDEX sessions_parts ON sessions (rid) WHERE parts_seq IS NOT NULL;

CREATE TABLE files (
  session_rid INTEGER NOT NULL REFERENCES sessions (rid) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  id TEXT NOT NULL,
  id_hash INTEGER NOT NULL,
  zoom_id TEXT,
  id_is_zooms INTEGER NOT NULL,
  source INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  recording_type TEXT,
  file_type TEXT,
  extension TEXT,
  status TEXT,
  start_ms INTEGER,
  end_ms INTEGER,
  size_bytes INTEGER,
  has_address INTEGER NOT NULL,
  is_external INTEGER NOT NULL,
  participant_name TEXT,
  user_id TEXT,
  user_key TEXT,
  lists INTEGER NOT NULL,
  trashed_ms INTEGER,
  PRIMARY KEY (session_rid, n)
) WITHOUT ROWID;
CREATE INDEX files_id ON files (id_hash);

CREATE TABLE totals (
  scope TEXT PRIMARY KEY,
  sessions INTEGER NOT NULL,
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  minutes REAL NOT NULL
) WITHOUT ROWID;

CREATE TABLE windows (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  synced_ms INTEGER,
  reported_total INTEGER,
  pages INTEGER NOT NULL,
  unreadable INTEGER NOT NULL,
  problem TEXT,
  is_due INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE pauses (label TEXT PRIMARY KEY, until_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('sequence', 0);
`;
