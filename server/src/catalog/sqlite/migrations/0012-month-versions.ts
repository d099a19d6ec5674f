/** How often the sessions of each month have changed: by it, what is kept in memory of a month is known to be true. */
export const monthVersions = `
CREATE TABLE month_versions (month TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO month_versions SELECT scope, 1 FROM totals WHERE scope < 'a';
`;
