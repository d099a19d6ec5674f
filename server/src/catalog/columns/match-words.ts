import type { MonthColumns } from './month-columns.ts';

/** Which sessions of a month hold each of these words somewhere in one of theirs: 1 for those; null when none does. */
export function matchWords(columns: MonthColumns, words: readonly string[]): Uint8Array | null {
  let matching: Uint8Array | null = new Uint8Array(columns.count).fill(1);
  for (const word of words) {
    const hits = findWord(columns, word);
    matching = hits && matching && intersect(matching, hits);
    if (!matching) return null;
  }
  return matching;
}

function intersect(a: Uint8Array, b: Uint8Array): Uint8Array {
  for (let place = 0; place < a.length; place += 1) a[place] = (a[place] ?? 0) & (b[place] ?? 0);
  return a;
}

function findWord(columns: MonthColumns, word: string): Uint8Array | null {
  const hits = new Uint8Array(columns.count);
  const isInCommon = markCommon(columns, word, hits);
  const isInLines = markLines(columns, word, hits);
  return isInCommon || isInLines ? hits : null;
}

function markCommon({ common }: MonthColumns, word: string, hits: Uint8Array): boolean {
  let isFound = false;
  for (const [candidate, places] of common) {
    if (!candidate.includes(word)) continue;
    isFound = true;
    for (const place of places) hits[place] = 1;
  }
  return isFound;
}

function markLines({ lines, starts }: MonthColumns, word: string, hits: Uint8Array): boolean {
  let at = lines.indexOf(word);
  const isFound = at >= 0;
  for (let place = 0; at >= 0; at = lines.indexOf(word, starts[place] ?? lines.length)) {
    while (place < starts.length && (starts[place] ?? 0) <= at) place += 1;
    hits[place - 1] = 1;
    if (place === starts.length) break;
  }
  return isFound;
}
