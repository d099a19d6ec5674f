import { wordsOf } from '../catalog/moments/words.ts';

/** So many words in a row make a piece; so much of the pieces of captions in the transcript make them the same words. */
const PIECE = 3;
const LEAST_SHARED = 0.5;

/** The pieces of a text: every few words that stand next to each other, across its lines. */
export function piecesOf(lines: readonly { text: string }[]): Set<string> {
  const words = lines.flatMap(({ text }) => wordsOf(text).map(({ word }) => word));
  if (words.length < PIECE) return new Set(words.length === 0 ? [] : [words.join(' ')]);
  return new Set(words.slice(PIECE - 1).map((_, at) => words.slice(at, at + PIECE).join(' ')));
}

/**
 * Whether a text says what the other says. Captions of a session are mostly its transcript once more, cut into other lines: found
 * twice, every line would be shown twice.
 */
export function hasSameWords(pieces: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const piece of pieces) if (other.has(piece)) shared += 1;
  return pieces.size > 0 && shared >= pieces.size * LEAST_SHARED;
}
