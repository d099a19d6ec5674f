import type Database from 'libsql';

/** How much the catalog holds: sessions of the months and of the trash, and in how many months the live ones lie. */
export interface CatalogCounts {
  sessions: number;
  files: number;
  bytes: number;
  months: number;
}

/** Read at once from the kept sums, a few dozen rows: the status asks for it with every event. */
export function createCounts(database: Database.Database): () => CatalogCounts {
  const statement = database.prepare(`
    SELECT coalesce(sum(sessions), 0) AS sessions, coalesce(sum(files), 0) AS files, coalesce(sum(bytes), 0) AS bytes,
      coalesce(sum(scope < 'a' AND sessions > 0), 0) AS months
    FROM totals WHERE scope <> 'trashed-files'`);
  return () => {
    const [counts] = statement.all() as CatalogCounts[]; // the columns just named
    return counts ?? { sessions: 0, files: 0, bytes: 0, months: 0 };
  };
}
