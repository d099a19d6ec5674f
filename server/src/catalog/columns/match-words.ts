import type { Lines, MonthColumns } from './month-columns.ts';

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
  const isInOthers = markLines(columns.others, word, hits);
  return isInCommon || isInOthers ? hits : null;
}

/** Which sessions of a month hold a part of their id, in lower case: 1 for those; null when none does. */
export function matchIds(columns: MonthColumns, part: string): Uint8Array | null {
  const hits = new Uint8Array(columns.count);
  return markLines(columns.ids, part, hits) ? hits : null;
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

function markLines({ text, starts }: Lines, part: string, hits: Uint8Array): boolean {
  const bytes = Buffer.from(part);
  let at = text.indexOf(bytes);
  const isFound = at >= 0;
  for (let place = 0; at >= 0; at = text.indexOf(bytes, starts[place] ?? text.length)) {
    while (place < starts.length && (starts[place] ?? 0) <= at) place += 1;
    hits[place - 1] = 1;
    if (place === starts.length) break;
  }
  return isFound;
}
