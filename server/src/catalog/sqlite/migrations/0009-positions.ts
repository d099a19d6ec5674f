/** Where people left off in sessions. People write it, so it is carried over (see carry-over.ts). */
export const positions = `
CREATE TABLE positions (
  zoom_id TEXT PRIMARY KEY,
  seconds REAL NOT NULL,
  view TEXT,
  saved_ms INTEGER NOT NULL
) WITHOUT ROWID;
`;
