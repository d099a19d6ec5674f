/**
 * How well a text is meant by what was typed: higher is better, null is not at all. Every typed word has to be there, as a
 * part of the text or, weaker, with its letters in order (`ocr` → `October`).
 */
export function matchScore(text: string, typed: string): number | null {
  const hay = text.toLowerCase();
  let score = 0;
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const points = scoreOf(hay, word);
    if (points === null) return null;
    score += points;
  }
  return score;
}

function scoreOf(hay: string, word: string): number | null {
  const at = hay.indexOf(word);
  if (at === 0) return 4;
  if (at > 0) return /[\s-]/.test(hay.charAt(at - 1)) ? 3 : 2;
  return hasInOrder(hay, word) ? 1 : null;
}

/** Letters in order, the first at the beginning of a word: anything looser finds everything. */
function hasInOrder(hay: string, word: string): boolean {
  return hay.split(/[\s-]+/).some((part) => {
    let at = 0;
    for (const letter of word) {
      const found = part.indexOf(letter, at);
      if (found === -1 || (at === 0 && found > 0)) return false;
      at = found + 1;
    }
    return true;
  });
}
