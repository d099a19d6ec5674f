import { sql } from 'kysely';
import { anyOf } from '../json-values.ts';
import type { Db } from '../schema.ts';
import { type KeptLine, unpackLines } from './packed-lines.ts';

/** The order is the numbers' meaning in the database: append, never reorder. */
export const MOMENT_KINDS = ['transcript', 'captions', 'chat'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** `indexed`: its lines can be found. `same`: another file has its words. `failed`: it could not be read. */
export const MOMENT_STATES = ['indexed', 'same', 'failed'] as const;
export type MomentState = (typeof MOMENT_STATES)[number];

/** A file of words and what became of it. `stamp` names the version that was read, `sameAs` the file that has its words. */
export interface MomentFile {
  ord: number;
  fileId: string;
  zoomId: string;
  kind: MomentKind;
  state: MomentState;
  stamp: string;
  sameAs: string | null;
  problem: string | null;
}

/** Files whose words can be found, and files that could not be read; `waiting` are those of sessions still to be read. */
export interface MomentCounts {
  indexed: number;
  failed: number;
  waiting: number;
}

interface FileRow extends Omit<MomentFile, 'kind' | 'state'> {
  kind: number;
  state: number;
}

const columns = sql`ord, file_id AS fileId, zoom_id AS zoomId, kind, state, stamp, same_as AS sameAs, problem`;

/** What is known of the files of these sessions. */
export async function loadFilesOf(db: Db, zoomIds: readonly string[]): Promise<MomentFile[]> {
  const { rows } = await sql<FileRow>`
    SELECT ${columns} FROM moment_files WHERE zoom_id IN ${anyOf(zoomIds)}`.execute(db);
  return rows.map(toFile);
}

/** The files with these numbers. */
export async function loadFilesAt(db: Db, ords: readonly number[]): Promise<Map<number, MomentFile>> {
  const { rows } = await sql<FileRow>`
    SELECT ${columns} FROM moment_files WHERE ord IN ${anyOf(ords)}`.execute(db);
  return new Map(rows.map((row) => [row.ord, toFile(row)]));
}

/** The lines of a file; none when it has no pack. */
export async function loadLines(db: Db, ord: number): Promise<KeptLine[]> {
  const { rows } = await sql<{
    packed: Uint8Array;
  }>`SELECT packed FROM moment_lines WHERE ord = ${ord}`.execute(db);
  return rows[0] ? unpackLines(rows[0].packed) : [];
}

/** How much of the library's words is read. */
export async function countFiles(db: Db): Promise<MomentCounts> {
  const { rows } = await sql<{ name: keyof MomentCounts; files: number }>`
    SELECT name, files FROM moment_counts`.execute(db);
  const counts: MomentCounts = { indexed: 0, failed: 0, waiting: 0 };
  for (const { name, files } of rows) counts[name] = files;
  return counts;
}

function toFile({ kind, state, ...row }: FileRow): MomentFile {
  return { ...row, kind: MOMENT_KINDS[kind] ?? 'chat', state: MOMENT_STATES[state] ?? 'failed' };
}
