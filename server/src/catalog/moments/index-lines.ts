import { type KeptLine, packLines } from './packed-lines.ts';
import { indexText } from './words.ts';

/** A file's lines, made ready for the catalog: all that takes time is done before it is written to. */
export interface IndexLines {
  count: number;
  packed: Uint8Array;
  /** JSON: for each line, the last one first, its speaker's words and its own, with a bar between them. */
  words: string;
}

/** Makes lines ready for the catalog. */
export function toIndexLines(lines: readonly KeptLine[]): IndexLines {
  return { count: lines.length, packed: packLines(lines), words: toWords(lines) };
}

/**
 * The words of lines, the last line first as it has the lowest row. Both texts of a line travel as one, with a bar between them that no
 * speaker has: of an array in an array, SQLite would parse each line anew for each of its columns.
 */
export function toWords(lines: readonly KeptLine[]): string {
  const texts = lines.map(({ text, speaker }) => {
    return `${indexText(speaker ?? '').replaceAll('|', ' ')}|${indexText(text)}`;
  });
  return JSON.stringify(texts.reverse());
}
