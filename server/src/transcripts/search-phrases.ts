import { canBeBeginning, type Phrase } from '../catalog/moments/find-moments.ts';
import { type Word, wordsOf } from '../catalog/moments/words.ts';
import type { Match } from '../contract/index.ts';

/**
 * What somebody searches, as phrases that a line must all hold. Words in quotes stand together, and so do the parts of a word that
 * holds other signs (`don't`, `re-start`) or has no spaces (Chinese, Japanese, Thai). The last word, unless a space or a quote
 * ends it, may also be the beginning of one. Empty when nothing in it is a word.
 */
export function toPhrases(text: string): Phrase[] {
  const pieces = [...text.matchAll(/"([^"]*)("|$)|[^\s"]+/g)];
  return pieces.flatMap(({ 0: piece, 1: quoted, 2: quote, index }) => {
    const words = wordsOf(quoted ?? piece).map(({ word }) => word);
    const isUnfinished = index + piece.length === text.length && !quote;
    const isOpen = isUnfinished && canBeBeginning(words.at(-1) ?? '') && !/\s$/.test(piece);
    return words.length === 0 ? [] : [{ words, isOpen }];
  });
}

/** A speaker's name, of which each word may be a beginning. */
export function toNamePhrases(text: string): Phrase[] {
  return wordsOf(text).map(({ word }) => ({ words: [word], isOpen: canBeBeginning(word) }));
}

/** Where a line holds the phrases, in its order and without overlaps; null unless it holds each of them. */
export function matchLine(text: string, phrases: readonly Phrase[]): Match[] | null {
  const words = wordsOf(text);
  const found: Match[] = [];
  for (const phrase of phrases) {
    const matches = matchPhrase(words, phrase);
    if (matches.length === 0) return null;
    found.push(...matches);
  }
  return withoutOverlaps(found);
}

function matchPhrase(words: readonly Word[], { words: wanted, isOpen }: Phrase): Match[] {
  return words.flatMap(({ start }, index) => {
    const isHere = wanted.every((word, offset) => {
      const here = words[index + offset]?.word;
      return here === word || (isOpen && offset === wanted.length - 1 && here?.startsWith(word));
    });
    const end = words[index + wanted.length - 1]?.end;
    return isHere && end !== undefined ? [{ start, end }] : [];
  });
}

function withoutOverlaps(matches: readonly Match[]): Match[] {
  const merged: Match[] = [];
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && match.start < last.end) last.end = Math.max(last.end, match.end);
    else merged.push({ ...match });
  }
  return merged;
}
