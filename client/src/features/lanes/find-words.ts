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
  const literal = toRanges(folded, new RegExp(toLiteral(term), 'g'));
  const words = term.match(/[\p{L}\p{N}]+/gu) ?? [];
  // "re-start" is also "re start", and words in quotes may have signs between them, as in the search of the whole library.
  const isLoose = literal.length === 0 && words.length > 1;
  const ranges = isLoose ? toRanges(folded, new RegExp(words.join('[^\\p{L}\\p{N}]+'), 'gu')) : literal;
  return ranges.map(({ start, end }) => ({ start: offsetOf(start), end: offsetOf(end) }));
}

function toRanges(text: string, pattern: RegExp): Match[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

function toLiteral(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
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
