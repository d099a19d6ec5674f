import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { fileIdHash } from './file-identity.ts';
import { createIdFilter } from './id-filter.ts';
import { insertJson } from './json-values.ts';
import type { Db } from './schema.ts';
import type { StoredSession } from './stored-session.ts';

/** 2 to the 43rd of a rid is some 25 days: the files of a window lie beside each other, about 15 buckets make a year. */
const BUCKET = 2 ** 43;
/** Hashes read at a time when the filter is filled, so that others have their turn between. */
const SLICE = 10_000;

/** Bucket, hash and rid of every file of these; two files of one session with one hash are one row. */
function rowsOf(sessions: readonly StoredSession[]): number[][] {
  return sessions.flatMap(({ rid, files }) => {
    const bucket = Math.floor(rid / BUCKET);
    return [...new Set(files.map(({ id }) => fileIdHash(id)))].map((hash) => [bucket, hash, rid]);
  });
}

/** The sessions that may hold a file with one of these hashes: two ids may have one. */
export async function findFileOwners(db: Db, hashes: readonly number[]): Promise<number[]> {
  if (hashes.length === 0) return [];
  // Each bucket is asked by itself: the table is in order of them first.
  const { rows } = await sql<{ rid: number }>`
    WITH RECURSIVE buckets (bucket) AS (
      SELECT min(bucket) FROM file_ids
      UNION ALL
      SELECT (SELECT min(file_ids.bucket) FROM file_ids WHERE file_ids.bucket > buckets.bucket)
      FROM buckets WHERE bucket IS NOT NULL
    )
    SELECT DISTINCT session_rid AS rid FROM buckets
    CROSS JOIN json_each(${JSON.stringify(hashes)}) AS wanted
    CROSS JOIN file_ids ON file_ids.bucket = buckets.bucket AND file_ids.id_hash = wanted.value`.execute(db);
  return rows.map(({ rid }) => rid);
}

/** Puts the files of sessions in the place of those they had, within the caller's transaction. */
export async function replaceFileIds(
  db: Db,
  { stale, kept }: { stale: readonly StoredSession[]; kept: readonly StoredSession[] },
): Promise<void> {
  if (stale.length > 0) {
    const gone = sql`SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(rowsOf(stale))})`;
    await sql`DELETE FROM file_ids WHERE (bucket, id_hash, session_rid) IN (${gone})`.execute(db);
  }
  const rows = rowsOf(kept).sort(([bucketA = 0, a = 0], [bucketB = 0, b = 0]) => bucketA - bucketB || a - b);
  await insertJson(db, { table: 'file_ids', columns: ['bucket', 'id_hash', 'session_rid'], rows });
}

/** Tells new ids from known ones, without asking the database about each of a pass's thousands. */
export interface KnownFileIds {
  /** Resolves once every id of the catalog is known. At first that reads them all, a few at a time. */
  ready(): Promise<void>;
  /** Those of the hashes that some file may bear; they count as borne from now on. */
  claim(hashes: readonly number[]): number[];
}

export function createKnownFileIds(db: Db): KnownFileIds {
  const filter = createIdFilter();
  let filled: Promise<void> | undefined;

  async function fill(): Promise<void> {
    let after: [number, number] | null = [-1, -1];
    while (after !== null) {
      const { hashes, last } = await readSlice(db, after);
      hashes.forEach(filter.add);
      after = last;
      await setImmediate();
    }
  }

  return {
    ready() {
      filled ??= fill();
      filled.catch(() => {
        filled = undefined;
      });
      return filled;
    },
    claim(hashes) {
      const borne = hashes.filter(filter.mayHold);
      hashes.forEach(filter.add);
      return borne;
    },
  };
}

/** One text of all hashes is read several times faster than a row for each. */
async function readSlice(
  db: Db,
  [bucket, hash]: readonly [number, number],
): Promise<{ hashes: number[]; last: [number, number] | null }> {
  const { rows } = await sql<{ hashes: string; bucket: number | null }>`
    SELECT json_group_array(id_hash) AS hashes, max(bucket) AS bucket FROM (
      SELECT bucket, id_hash FROM file_ids WHERE (bucket, id_hash) > (${bucket}, ${hash})
      ORDER BY bucket, id_hash LIMIT ${SLICE})`.execute(db);
  const hashes = JSON.parse(rows[0]?.hashes ?? '[]') as number[]; // written by the statement above
  const isLast = hashes.length < SLICE;
  return { hashes, last: isLast ? null : [rows[0]?.bucket ?? 0, hashes.at(-1) ?? 0] };
}
