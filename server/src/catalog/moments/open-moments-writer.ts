import { sql } from 'kysely';
import { connect } from '../sqlite/connect.ts';
import { openWriter } from '../sqlite/open-database.ts';
import { loadLines } from './moment-files.ts';
import { type ReadSession, writeMoments } from './write-moments.ts';

/**
 * One more connection to the catalog of a data folder, for a thread that does nothing but write moments. The catalog must be open already:
 * nothing is checked or brought up to date here.
 */
export function openMomentsWriter(dataDir: string) {
  const database = openWriter(dataDir);
  const db = connect(database);
  return {
    loadLines: (ord: number) => loadLines(db, ord),
    /** Whole or not at all. */
    write: (sessions: readonly ReadSession[]): Promise<void> =>
      db.connection().execute(async (held) => {
        // At once for writing: begun for reading, it could not wait for another writer in its midst.
        await sql`BEGIN IMMEDIATE`.execute(held);
        try {
          await writeMoments(held, sessions);
          await sql`COMMIT`.execute(held);
        } catch (error) {
          await sql`ROLLBACK`.execute(held);
          throw error;
        }
      }),
    close: () => void database.close(),
  };
}
