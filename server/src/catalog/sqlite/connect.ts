import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import type Database from 'libsql';
import type { CatalogSchema, Db } from '../schema.ts';

/** Typed queries over an open libsql database. */
export function connect(database: Database.Database): Db {
  return new Kysely<CatalogSchema>({ dialect: new SqliteDialect({ database: guarded(database) }) });
}

/** Texts of statements that occur; their number is bounded because values travel as parameters. */
const MAX_STATEMENTS = 200;

/**
 * What Kysely needs of a database. Statements are kept: each one libsql prepares holds memory that the collector does not
 * see. A boolean parameter would end the whole process in libsql, undefined would be stored as NULL: both are refused.
 */
function guarded(database: Database.Database) {
  const statements = new Map<string, SqliteStatement>();

  function prepare(sql: string): SqliteStatement {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare<unknown[]>(sql);
    const guardedStatement: SqliteStatement = {
      reader: statement.reader,
      all: (parameters) => statement.all(checked(parameters)),
      run: (parameters) => statement.run(checked(parameters)),
      iterate: (parameters) => statement.iterate(checked(parameters)),
    };
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    statements.set(sql, guardedStatement);
    return guardedStatement;
  }

  return { prepare, close: () => void database.close() };
}

function checked(parameters: readonly unknown[]): unknown[] {
  for (const value of parameters) {
    if (value === null || typeof value === 'string' || typeof value === 'number') continue;
    if (value instanceof Uint8Array) continue;
    throw new TypeError(`A ${typeof value} cannot be a query parameter`);
  }
  return [...parameters];
}
