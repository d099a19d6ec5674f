/**
 * What people have changed at Zoom, item by item, and the log of every call that was made for it. Nobody could give either
 * back (see carry-over.ts). Of the log nothing is ever changed: what became of a call is a row of its own.
 */
export const changesAndAudit = `
CREATE TABLE changes (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  action TEXT NOT NULL,
  state TEXT NOT NULL,
  undoes TEXT,
  created_ms INTEGER NOT NULL,
  ended_ms INTEGER,
  items INTEGER NOT NULL,
  files INTEGER NOT NULL,
  external_files INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL
);
CREATE INDEX changes_open ON changes (n) WHERE ended_ms IS NULL;

CREATE TABLE change_items (
  change_n INTEGER NOT NULL REFERENCES changes (n),
  i INTEGER NOT NULL,
  zoom_id TEXT NOT NULL,
  file_id TEXT,
  zoom_file_id TEXT,
  name TEXT,
  label TEXT,
  start_ms INTEGER,
  size_bytes INTEGER NOT NULL,
  files INTEGER NOT NULL,
  external_files INTEGER NOT NULL,
  state TEXT NOT NULL,
  call_id INTEGER,
  problem TEXT,
  changed_ms INTEGER,
  tracking_id TEXT,
  PRIMARY KEY (change_n, i)
) WITHOUT ROWID;
CREATE INDEX change_items_state ON change_items (change_n, state, i);

CREATE TABLE audit_calls (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms INTEGER NOT NULL,
  who TEXT,
  action TEXT,
  is_refused INTEGER NOT NULL,
  change_id TEXT,
  zoom_id TEXT,
  file_id TEXT,
  name TEXT,
  label TEXT,
  before TEXT,
  detail TEXT
);
CREATE INDEX audit_calls_time ON audit_calls (at_ms);
CREATE TABLE audit_results (
  call_id INTEGER PRIMARY KEY REFERENCES audit_calls (id),
  at_ms INTEGER NOT NULL,
  result TEXT NOT NULL,
  after TEXT,
  problem TEXT,
  detail TEXT,
  tracking_id TEXT
);
CREATE TRIGGER audit_calls_kept BEFORE DELETE ON audit_calls BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_calls_fixed BEFORE UPDATE ON audit_calls BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_results_kept BEFORE DELETE ON audit_results BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_results_fixed BEFORE UPDATE ON audit_results BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
`;
