/**
 * How many files of words are read, could not be read, and wait. Counting them anew held up everybody for a tenth of a second in a library
 * of half a million, each second while it was read; triggers keep the sums true.
 */
export const momentCounts = `
CREATE TABLE moment_counts (name TEXT PRIMARY KEY, files INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO moment_counts VALUES
  ('indexed', (SELECT count(*) FROM moment_files WHERE state < 2)),
  ('failed', (SELECT count(*) FROM moment_files WHERE state = 2)),
  ('waiting', (SELECT coalesce(sum(files), 0) FROM moment_work));
CREATE TRIGGER moment_files_insert AFTER INSERT ON moment_files BEGIN
  UPDATE moment_counts SET files = files + 1 WHERE name = iif(new.state < 2, 'indexed', 'failed');
END;
CREATE TRIGGER moment_files_delete AFTER DELETE ON moment_files BEGIN
  UPDATE moment_counts SET files = files - 1 WHERE name = iif(old.state < 2, 'indexed', 'failed');
END;
CREATE TRIGGER moment_work_insert AFTER INSERT ON moment_work BEGIN
  UPDATE moment_counts SET files = files + new.files WHERE name = 'waiting';
END;
CREATE TRIGGER moment_work_delete AFTER DELETE ON moment_work BEGIN
  UPDATE moment_counts SET files = files - old.files WHERE name = 'waiting';
END;
CREATE TRIGGER moment_work_update AFTER UPDATE OF files ON moment_work BEGIN
  UPDATE moment_counts SET files = files - old.files + new.files WHERE name = 'waiting';
END;
`;
