import type Database from 'libsql';
import type { Db } from './schema.ts';

/** Runs writes that somebody was promised. */
export type Durably = <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;

/**
 * What people write is on the disk before they are told so; what came from Zoom need not be, as it can be read again. The
 * setting belongs to the connection and cannot change within a transaction, so the connection is held meanwhile.
 */
export function createDurably({ database, db }: { database: Database.Database; db: Db }): Durably {
  return (work) =>
    db.connection().execute(async (held) => {
      database.exec('PRAGMA synchronous = FULL');
      try {
        return await work(held);
      } finally {
        database.exec('PRAGMA synchronous = NORMAL');
      }
    });
}
