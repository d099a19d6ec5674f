import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { LAST_LINE, type LinePlace, ordsWithin, placeColumns, rowOf } from './moment-place.ts';
import { isUnspaced } from './words.ts';

/** Words that stand together; `isOpen`: the last one may also be the beginning of a word. */
export interface Phrase {
  words: readonly string[];
  isOpen: boolean;
}

/** Lines that hold every phrase, of speakers whose name has all those words. Times of sessions in epoch milliseconds. */
export interface MomentSearch {
  phrases: readonly Phrase[];
  speaker: readonly Phrase[];
  span: { fromMs: number; toMs: number } | null;
}

/** Beginnings shorter than this have so many ends that finding them all takes longer than people wait. */
const LEAST_BEGINNING = 3;
/** Phrases the index is asked for at a time. */
const MOST_PHRASES = 32;

/** Whether a word can stand for longer ones that begin with it. */
export function canBeBeginning(word: string): boolean {
  return [...word].length >= LEAST_BEGINNING && !isUnspaced(word);
}

/** The next lines after a place, the newest session first and each session's lines in their order. */
export async function findLines(
  db: Db,
  { search, after, limit }: { search: MomentSearch; after: LinePlace | null; limit: number },
): Promise<LinePlace[]> {
  const { from, to } = ordsWithin(search.span ?? { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
  const highest = after
    ? sql`rowid < ${rowOf(sql`${after.ord}`, sql`${after.line}`)}`
    : sql`rowid < ${rowOf(sql`${to + 1}`, sql.lit(LAST_LINE))}`;
  const { rows } = await sql<LinePlace>`
    SELECT ${placeColumns} FROM moment_words WHERE moment_words MATCH ${toQuery(search)}
      AND ${highest} AND rowid >= ${rowOf(sql`${from}`, sql.lit(LAST_LINE))}
    ORDER BY rowid DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** In FTS5's language (sqlite.org/fts5.html, 3). Words are letters and digits alone, so nothing in them is part of it. */
function toQuery({ phrases, speaker }: MomentSearch): string {
  const asked = phrases.slice(0, MOST_PHRASES).map((phrase) => `text : ${toPhrase(phrase)}`);
  const named = speaker.slice(0, MOST_PHRASES).map((phrase) => `speaker : ${toPhrase(phrase)}`);
  return [...asked, ...named].join(' AND ');
}

function toPhrase({ words, isOpen }: Phrase): string {
  return `"${words.join(' ')}"${isOpen ? ' *' : ''}`;
}
