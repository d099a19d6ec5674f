import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../schema.ts';
import { type IndexLines, toWords } from './index-lines.ts';
import {
  loadFilesAt,
  loadFilesOf,
  loadLines,
  MOMENT_KINDS,
  MOMENT_STATES,
  type MomentFile,
  type MomentKind,
} from './moment-files.ts';
import { preferredOrd, rowOf } from './moment-place.ts';
import { endWork, type WorkEnd } from './spoken-work.ts';

/** What became of one file: its lines, the file that has the same words, or why it could not be read. */
export interface ReadFile {
  fileId: string;
  kind: MomentKind;
  stamp: string;
  outcome: { lines: IndexLines } | { sameAs: string } | { problem: string };
}

/** What became of one session: `gone` are files that there are no more. */
export interface ReadSession {
  end: WorkEnd;
  gone: readonly string[];
  files: readonly ReadFile[];
}

interface Writing {
  file: Omit<MomentFile, 'ord'>;
  ord: number;
  lines: IndexLines | null;
}

/** Stores what was read of some sessions, whole or not at all. */
export async function writeMoments(db: Db, sessions: readonly ReadSession[]): Promise<void> {
  const known = await loadFilesOf(
    db,
    sessions.map(({ end }) => end.zoomId),
  );
  const knownById = new Map(known.map((file) => [file.fileId, file]));
  const touched = sessions.flatMap(({ gone, files }) => [...gone, ...files.map(({ fileId }) => fileId)]);
  for (const fileId of touched) {
    const file = knownById.get(fileId);
    if (file) await removeFile(db, file);
  }
  // Upwards: the index gathers what comes in order, and writes it out when it does not.
  const writings = (await placeFiles(db, sessions)).sort((a, b) => a.ord - b.ord);
  await addFiles(db, writings);
  for (const { ord, lines } of writings) if (lines) await addLines(db, ord, lines);
  for (const { end } of sessions) await endWork(db, end);
}

/** Takes a file's lines out of the index, by the words they went in with. */
async function removeFile(db: Db, { ord, state }: MomentFile): Promise<void> {
  if (state === 'indexed') {
    const lines = await loadLines(db, ord);
    const rows = rowsOf(ord, { words: toWords(lines), count: lines.length });
    await sql`INSERT INTO moment_words (moment_words, rowid, text, speaker) SELECT 'delete', ${rows}`.execute(
      db,
    );
    await sql`DELETE FROM moment_lines WHERE ord = ${ord}`.execute(db);
  }
  await sql`DELETE FROM moment_files WHERE ord = ${ord}`.execute(db);
}

/** Gives every file a free number, those of a session next to each other. */
async function placeFiles(db: Db, sessions: readonly ReadSession[]): Promise<Writing[]> {
  let waiting = sessions.flatMap(({ end, files }) => {
    const first = preferredOrd(end.positionMs, end.zoomId);
    return files.map((file, index) => ({ ord: first + index, ...toRow(file, end.zoomId) }));
  });
  const used = new Set<number>();
  const placed: Writing[] = [];
  while (waiting.length > 0) {
    const ords = waiting.map(({ ord }) => ord);
    const taken = await loadFilesAt(db, ords);
    const refused: Writing[] = [];
    for (const writing of waiting) {
      if (taken.has(writing.ord) || used.has(writing.ord)) refused.push({ ...writing, ord: writing.ord + 1 });
      else {
        used.add(writing.ord);
        placed.push(writing);
      }
    }
    waiting = refused;
  }
  return placed;
}

function toRow({ outcome, ...file }: ReadFile, zoomId: string): Omit<Writing, 'ord'> {
  const bare = { ...file, zoomId, sameAs: null, problem: null };
  if ('lines' in outcome) return { file: { ...bare, state: 'indexed' }, lines: outcome.lines };
  if ('sameAs' in outcome) return { file: { ...bare, state: 'same', sameAs: outcome.sameAs }, lines: null };
  return { file: { ...bare, state: 'failed', problem: outcome.problem }, lines: null };
}

async function addFiles(db: Db, writings: readonly Writing[]): Promise<void> {
  const rows = writings.map(({ ord, file }) => {
    const { fileId, zoomId, kind, state, stamp, sameAs, problem } = file;
    return [
      ord,
      fileId,
      zoomId,
      MOMENT_KINDS.indexOf(kind),
      MOMENT_STATES.indexOf(state),
      stamp,
      sameAs,
      problem,
    ];
  });
  const columns = sql.join([0, 1, 2, 3, 4, 5, 6, 7].map((column) => sql`value ->> ${sql.lit(column)}`));
  await sql`INSERT INTO moment_files SELECT ${columns} FROM json_each(${JSON.stringify(rows)})`.execute(db);
}

async function addLines(db: Db, ord: number, { packed, words, count }: IndexLines): Promise<void> {
  await sql`INSERT INTO moment_lines VALUES (${ord}, ${packed})`.execute(db);
  await sql`INSERT INTO moment_words (rowid, text, speaker) SELECT ${rowsOf(ord, { words, count })}`.execute(
    db,
  );
}

/** Row, text and speaker of each line as the index takes them. */
function rowsOf(ord: number, { words, count }: Omit<IndexLines, 'packed'>): RawBuilder<unknown> {
  return sql`${rowOf(sql`${ord}`, sql`${count - 1} - key`)}, substr(value, instr(value, '|') + 1),
    substr(value, 1, instr(value, '|') - 1) FROM json_each(${words})`;
}
