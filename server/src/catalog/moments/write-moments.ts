import { sql } from 'kysely';
import type { Db } from '../schema.ts';
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
import { type KeptLine, packLines } from './packed-lines.ts';
import { endWork, type WorkEnd } from './spoken-work.ts';
import { indexText } from './words.ts';

/** What became of one file: its lines, the file that has the same words, or why it could not be read. */
export interface ReadFile {
  fileId: string;
  kind: MomentKind;
  stamp: string;
  outcome: { lines: readonly KeptLine[] } | { sameAs: string } | { problem: string };
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
  lines: readonly KeptLine[] | null;
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
  const writings = await placeFiles(db, sessions);
  // Upwards: the index gathers what comes in order, and writes it out when it does not.
  for (const writing of writings.sort((a, b) => a.ord - b.ord)) await addFile(db, writing);
  for (const { end } of sessions) await endWork(db, end);
}

/** Takes a file's lines out of the index, by the words they went in with. */
async function removeFile(db: Db, { ord, state }: MomentFile): Promise<void> {
  if (state === 'indexed') {
    const rows = toRows(await loadLines(db, ord));
    await sql`
      INSERT INTO moment_words (moment_words, rowid, text, speaker)
      SELECT 'delete', ${rowOf(sql`${ord}`, sql`value ->> 0`)}, value ->> 1, value ->> 2
      FROM json_each(${rows})`.execute(db);
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

async function addFile(db: Db, { ord, file, lines }: Writing): Promise<void> {
  const { fileId, zoomId, kind, state, stamp, sameAs, problem } = file;
  await sql`
    INSERT INTO moment_files VALUES (${ord}, ${fileId}, ${zoomId}, ${MOMENT_KINDS.indexOf(kind)},
      ${MOMENT_STATES.indexOf(state)}, ${stamp}, ${sameAs}, ${problem})`.execute(db);
  if (!lines) return;
  await sql`INSERT INTO moment_lines VALUES (${ord}, unhex(${packLines(lines).toString('hex')}))`.execute(db);
  await sql`
    INSERT INTO moment_words (rowid, text, speaker)
    SELECT ${rowOf(sql`${ord}`, sql`value ->> 0`)}, value ->> 1, value ->> 2
    FROM json_each(${toRows(lines)})`.execute(db);
}

/** Lines as the index takes them, the last one first, which has the lowest row. */
function toRows(lines: readonly KeptLine[]): string {
  const rows = lines.map(({ text, speaker }, line) => [line, indexText(text), indexText(speaker ?? '')]);
  return JSON.stringify(rows.reverse());
}
