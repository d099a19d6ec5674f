/** The fewest characters a trigram index can look for. */
const LEAST_INDEXED = 3;
/** What of a longer word, and how many words, the index is asked for; rows that it names are compared in full. */
const MOST_CHARACTERS = 64;
const MOST_WORDS = 16;

/** A search as the index takes it, and what is left to be compared with each row it names. */
export interface TextMatch {
  /** An FTS5 query; null when no word is long enough for the index. */
  query: string | null;
  words: string[];
  participant: string;
}

/** Splits a search between the index and the comparison of rows. Every character stands for itself. */
export function toTextMatch(search: { words: readonly string[]; participant: string }): TextMatch {
  const indexed = search.words.filter(isIndexed).sort((a, b) => b.length - a.length);
  const asked = indexed.slice(0, MOST_WORDS).map(toPhrase);
  if (isIndexed(search.participant)) asked.push(`people : ${toPhrase(search.participant)}`);
  const whole = new Set(indexed.slice(0, MOST_WORDS).filter(isWhole));
  return {
    query: asked.length === 0 ? null : asked.join(' AND '),
    words: search.words.filter((word) => !whole.has(word)),
    participant: isIndexed(search.participant) && isWhole(search.participant) ? '' : search.participant,
  };
}

/** Doubled quotes are how FTS5 writes a quote within a phrase (sqlite.org/fts5.html, 3.1). */
function toPhrase(text: string): string {
  return `"${[...text].slice(0, MOST_CHARACTERS).join('').replaceAll('"', '""')}"`;
}

function isIndexed(text: string): boolean {
  return [...text].length >= LEAST_INDEXED;
}

function isWhole(text: string): boolean {
  return [...text].length <= MOST_CHARACTERS;
}
