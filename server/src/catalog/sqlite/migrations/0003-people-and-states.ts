/**
 * What filters need beside the sums: the people of a session and the states of its files. Existing rows get both; SQLite
 * lowers ASCII alone, so sessions with people are due to be written anew when Zoom next tells of them.
 */
export const peopleAndStates = `
ALTER TABLE sessions ADD COLUMN people TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN states INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN parts_states INTEGER NOT NULL DEFAULT 0;
CREATE TEMP TABLE bits AS SELECT session_rid,
  CASE WHEN status IS 'processing' OR (end_ms IS NULL AND coalesce(size_bytes, 0) = 0 AND file_type IS NULL) THEN 2
    WHEN has_address THEN 1 ELSE 4 END AS state,
  lists
FROM files;
UPDATE sessions SET states = sums.states, parts_states = sums.parts_states FROM (
  SELECT rid, sum(DISTINCT CASE WHEN sessions.state = 1 OR lists & 1 THEN bits.state ELSE 0 END) AS states,
    sum(DISTINCT CASE WHEN lists & 2 THEN bits.state ELSE 0 END) AS parts_states
  FROM bits JOIN sessions ON rid = session_rid GROUP BY rid
) AS sums WHERE sums.rid = sessions.rid;
DROP TABLE bits;
UPDATE sessions SET told = NULL, people = named.people FROM (
  SELECT session_rid, group_concat(person, char(10)) AS people FROM (
    SELECT session_rid, lower(participant_name) AS person FROM files
    WHERE source > 0 AND participant_name IS NOT NULL
    UNION SELECT session_rid, lower(user_key) FROM files WHERE source > 0 AND user_key IS NOT NULL
  ) GROUP BY session_rid
) AS named WHERE session_rid = rid;
`;
