/** A word of a text as searches compare it, and where it stands: offsets in UTF-16 units, `end` behind its last one. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

/** What of a word is compared; nobody types more. */
const MOST_CHARACTERS = 64;

/** Scripts that put no spaces between words: each of their characters is a word, and a search for several is a phrase. */
const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]';
const ANY_WORD = new RegExp(`${UNSPACED}\\p{M}*|[[\\p{L}\\p{N}\\p{M}]--${UNSPACED}]+`, 'gv');
const ASCII_WORD = /[A-Za-z0-9]+/g;
const IS_ASCII = /^[\0-\x7f]*$/;
const HAS_LONG_WORD = new RegExp(`[A-Za-z0-9]{${MOST_CHARACTERS + 1}}`);
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'v');

/**
 * The words of a text: runs of letters and digits, without case, width and accents. What is indexed and what people search pass
 * here alike, and so does what is marked in a line. A change here needs the index made anew: lines are taken out of it by their words.
 */
export function wordsOf(text: string): Word[] {
  const isAscii = IS_ASCII.test(text);
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(isAscii ? ASCII_WORD : ANY_WORD)) {
    const end = index + found.length;
    for (const word of isAscii ? [found.toLowerCase()] : foldedWords(found)) {
      words.push({ word: word.slice(0, MOST_CHARACTERS), start: index, end });
    }
  }
  return words;
}

/** One sign may fold into several characters that are words each, as ㌀ into アパート: all of them stand where it stands. */
function foldedWords(found: string): readonly string[] {
  return fold(found).match(ANY_WORD) ?? [];
}

/**
 * The words of a text as the index takes them, with spaces between. ASCII may stay as it is: of that the index finds the same words by
 * itself (`ascii`, sqlite.org/fts5.html 4.3), unless one is too long or a NUL would end the text.
 */
export function indexText(text: string): string {
  if (IS_ASCII.test(text) && !HAS_LONG_WORD.test(text) && !text.includes('\0')) return text;
  return wordsOf(text)
    .map(({ word }) => word)
    .join(' ');
}

/** Whether a word is a character of a script without spaces, which is nobody's beginning of a longer word. */
export function isUnspaced(word: string): boolean {
  return STARTS_UNSPACED.test(word);
}

/** NFKD puts accents behind their letters, where they are taken away; marks of other scripts are letters to their readers. */
function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}
