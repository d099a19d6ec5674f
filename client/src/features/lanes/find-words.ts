import type { Match } from '@matinee/server/contract';
import { type FoldedText, foldText } from './fold-text.ts';

/** The words of a search, folded; words in quotes stand together. */
export function toTerms(query: string): string[] {
  const parts = query.matchAll(/"([^"]+)"?|[^\s"]+/g);
  const terms = Array.from(parts, ([word, phrase]) => foldText((phrase ?? word).trim()).folded);
  return [...new Set(terms.filter(Boolean))];
}

/**
 * Where every one of `terms` occurs in a text, in order and without overlaps; null when one of them does not occur at all.
 * A term is found anywhere, also within a word, because people type the beginning of what they look for.
 */
export function findWords(text: FoldedText, terms: readonly string[]): Match[] | null {
  if (terms.length === 0) return null;
  const found: Match[] = [];
  for (const term of terms) {
    const ranges = findAll(text, term);
    if (ranges.length === 0) return null;
    found.push(...ranges);
  }
  return joinRanges(found);
}

function findAll({ folded, offsetOf }: FoldedText, term: string): Match[] {
  const ranges: Match[] = [];
  for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length)) {
    ranges.push({ start: offsetOf(at), end: offsetOf(at + term.length) });
  }
  return ranges;
}

function joinRanges(ranges: readonly Match[]): Match[] {
  const joined: Match[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ ...range });
  }
  return joined;
}
