import { Kysely, SqliteDialect } from 'kysely';
import type Database from 'libsql';
import type { CatalogSchema, Db } from '../schema.ts';

/** Typed queries over an open libsql database. */
export function connect(database: Database.Database): Db {
  return new Kysely<CatalogSchema>({ dialect: new SqliteDialect({ database: guarded(database) }) });
}

/** libsql ends the whole process when a parameter is a boolean, and stores undefined as NULL: both are our mistake. */
function guarded(database: Database.Database) {
  return {
    close: () => void database.close(),
    prepare(sql: string) {
      const statement = database.prepare<unknown[]>(sql);
      return {
        reader: statement.reader,
        all: (parameters: readonly unknown[]) => statement.all(checked(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(checked(parameters)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(checked(parameters)),
      };
    },
  };
}

function checked(parameters: readonly unknown[]): unknown[] {
  for (const value of parameters) {
    if (value !== null && typeof value !== 'string' && typeof value !== 'number') {
      throw new TypeError(`A ${typeof value} cannot be a query parameter`);
    }
  }
  return [...parameters];
}
