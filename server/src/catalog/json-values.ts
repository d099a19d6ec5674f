import { type RawBuilder, sql } from 'kysely';
import type { Db } from './schema.ts';

/**
 * A list of values for `in`, as one parameter. A parameter per value would make another statement of each length, and
 * every statement libsql prepares stays in memory until it is collected.
 */
export function anyOf<Value extends string | number>(values: readonly Value[]): RawBuilder<Value> {
  return sql<Value>`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

export interface JsonInsert {
  table: 'sessions' | 'session_files' | 'file_ids' | 'change_items';
  columns: readonly string[];
  /** Each row's values in the order of the columns: texts, numbers and nulls. */
  rows: readonly (readonly unknown[])[];
  /** Rows whose value here is taken replace the row that has it. */
  conflictColumn?: string;
  /** Travels as hexadecimal text and is stored as the bytes. */
  bytesColumn?: string;
}

/** Inserts rows as one parameter: building a statement with a parameter per value costs more than running it. */
export async function insertJson(
  db: Db,
  { table, columns, rows, conflictColumn, bytesColumn }: JsonInsert,
): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(
    columns.map((column, index) => {
      const value = sql`value ->> ${sql.lit(index)}`;
      return column === bytesColumn ? sql`unhex(${value})` : value;
    }),
  );
  const assignments = sql.join(
    columns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  );
  // WHERE true: without it, SQLite takes ON for a part of a join (sqlite.org/lang_upsert.html, 2.2).
  const upsert = conflictColumn
    ? sql`WHERE true ON CONFLICT (${sql.ref(conflictColumn)}) DO UPDATE SET ${assignments}`
    : sql``;
  const json = JSON.stringify(rows);
  await sql`INSERT INTO ${sql.table(table)} (${names}) SELECT ${values} FROM json_each(${json}) ${upsert}`.execute(
    db,
  );
}
