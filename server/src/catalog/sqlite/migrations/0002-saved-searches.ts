/** The first that people write themselves: it cannot be read again from Zoom (see carry-over.ts). */
export const savedSearches = `
CREATE TABLE saved_searches (
  id TEXT NOT NULL UNIQUE,
  name TEXT PRIMARY KEY,
  search TEXT NOT NULL,
  created_ms INTEGER NOT NULL
) WITHOUT ROWID;
`;
