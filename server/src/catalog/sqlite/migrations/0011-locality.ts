/**
 * Where a pass writes and where sums are read. The index of files' ids goes by time first: ids are random, so an index by id
 * alone had a page of the database written anew for each of a pass's files. And the sums of months, which `totals` keeps
 * whole, by what the files of their sessions are.
 */
export const locality = `
CREATE TABLE file_ids_by_time (
  bucket INTEGER NOT NULL,
  id_hash INTEGER NOT NULL,
  session_rid INTEGER NOT NULL,
  PRIMARY KEY (bucket, id_hash, session_rid)
) WITHOUT ROWID;
INSERT INTO file_ids_by_time SELECT session_rid >> 43, id_hash, session_rid FROM file_ids ORDER BY 1, 2, 3;
DROP TABLE file_ids;
ALTER TABLE file_ids_by_time RENAME TO file_ids;

CREATE TABLE kind_totals (
  month TEXT NOT NULL,
  kinds INTEGER NOT NULL,
  states INTEGER NOT NULL,
  sessions INTEGER NOT NULL,
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  minutes REAL NOT NULL,
  PRIMARY KEY (month, kinds, states)
) WITHOUT ROWID;
INSERT INTO kind_totals
SELECT strftime('%Y-%m', rid / 4096 / 1000 + 946684800, 'unixepoch') AS month, kinds, states,
  count(*), sum(files), sum(bytes), coalesce(sum(duration_minutes), 0)
FROM sessions WHERE state = 0 GROUP BY 1, 2, 3;
`;
