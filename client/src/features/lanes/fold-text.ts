/** A text without case and accents, and where each of its characters stands in the original. */
export interface FoldedText {
  folded: string;
  /** Offset into the original, in UTF-16 code units, of the folded character at `index`; the length of the text behind the last. */
  offsetOf: (index: number) => number;
}

const plain = /^\p{ASCII}*$/u;
const marks = /\p{M}/gu;

/** What search compares: `Élan` is found by `elan`, and the offsets of what was found fit the text that is shown. */
export function foldText(text: string): FoldedText {
  if (plain.test(text)) return { folded: text.toLowerCase(), offsetOf: (index) => index };
  const offsets: number[] = [];
  let folded = '';
  let offset = 0;
  for (const character of text) {
    const part = character.toLowerCase().normalize('NFKD').replaceAll(marks, '');
    for (let unit = 0; unit < part.length; unit += 1) offsets.push(offset);
    folded += part;
    offset += character.length;
  }
  return { folded, offsetOf: (index) => offsets[index] ?? text.length };
}
