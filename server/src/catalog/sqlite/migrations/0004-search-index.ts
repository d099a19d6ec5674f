/**
 * Substrings of names, keys and people by trigrams, kept true by triggers: a session whose text stays writes nothing. Rows
 * are numbered by time, so hits come in the order lists have. Ids are left out: random text would fill half the index,
 * and the index of `zoom_id` finds them by their beginning. Text is in lower case before it comes here.
 */
export const searchIndex = `
UPDATE sessions SET search = substr(search, 1, instr(search, char(10))) || CASE WHEN key IS NULL THEN '' ELSE (
  SELECT substr(rest, 1, coalesce(nullif(instr(rest, char(10)), 0), length(rest) + 1) - 1) FROM (
    SELECT substr(tail, instr(tail, char(10)) + 1) AS rest FROM (
      SELECT substr(sessions.search, instr(sessions.search, char(10)) + 1) AS tail
    )
  )
) END;
CREATE VIRTUAL TABLE sessions_text USING fts5(
  search, people, content = 'sessions', content_rowid = 'rid', columnsize = 0, tokenize = 'trigram case_sensitive 1'
);
INSERT INTO sessions_text (sessions_text) VALUES ('rebuild');
CREATE TRIGGER sessions_text_insert AFTER INSERT ON sessions BEGIN
  INSERT INTO sessions_text (rowid, search, people) VALUES (new.rid, new.search, new.people);
END;
CREATE TRIGGER sessions_text_delete AFTER DELETE ON sessions BEGIN
  INSERT INTO sessions_text (sessions_text, rowid, search, people) VALUES ('delete', old.rid, old.search, old.people);
END;
CREATE TRIGGER sessions_text_update AFTER UPDATE OF search, people ON sessions
WHEN old.search <> new.search OR old.people <> new.people BEGIN
  INSERT INTO sessions_text (sessions_text, rowid, search, people) VALUES ('delete', old.rid, old.search, old.people);
  INSERT INTO sessions_text (rowid, search, people) VALUES (new.rid, new.search, new.people);
END;
`;
