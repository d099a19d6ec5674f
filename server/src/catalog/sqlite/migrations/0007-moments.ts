/**
 * What was said and written. `moment_words` holds the words of each line and nothing else (contentless): its row is the file's `ord`,
 * which is ordered by time, with the line counted backwards in the lower 18 bits, so that walking it downwards gives the newest session
 * first and its lines in their order. The texts themselves are one pack for each file. `moment_work` are the sessions whose words
 * are to be read, to begin with every one that has such files (kinds of transcripts, captions and chats). Segments of the index are merged by
 * eights: by fours, as is usual, half of the writing would be merging.
 */
export const moments = `
CREATE TABLE moment_files (
  ord INTEGER PRIMARY KEY,
  file_id TEXT NOT NULL UNIQUE,
  zoom_id TEXT NOT NULL,
  kind INTEGER NOT NULL,
  state INTEGER NOT NULL,
  stamp TEXT NOT NULL,
  same_as TEXT,
  problem TEXT
);
CREATE INDEX moment_files_session ON moment_files (zoom_id);
CREATE TABLE moment_lines (ord INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE VIRTUAL TABLE moment_words USING fts5(
  text, speaker, content = '', columnsize = 0, tokenize = 'ascii'
);
INSERT INTO moment_words (moment_words, rank) VALUES ('automerge', 8);
CREATE TABLE moment_work (
  zoom_id TEXT PRIMARY KEY,
  position_ms INTEGER NOT NULL,
  files INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before_ms INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX moment_work_newest ON moment_work (position_ms);
INSERT INTO moment_work (zoom_id, position_ms, files)
SELECT zoom_id, rid / 4096 + 946684800000, 1 FROM sessions WHERE kinds & 56 <> 0;
`;
