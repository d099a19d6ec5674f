import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWords, toTerms } from './find-words.ts';
import { foldText } from './fold-text.ts';

function find(text: string, query: string): string[] | undefined {
  const ranges = findWords(foldText(text), toTerms(query));
  return ranges?.map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['Hello Sam. How is the ankle?', 'ANKLE', ['ankle']],
  ['Élan vital, élan', 'elan', ['Élan', 'élan']],
  ['cafe\u0301 au lait', 'café', ['cafe\u0301']],
  ['İstanbul', 'istanbul', ['İstanbul']],
  ['one two one', 'one two', ['one', 'two', 'one']],
  ['one two one', 'one three', undefined],
  ['the care plan', '"care plan"', ['care plan']],
  ['the plan to care', '"care plan"', undefined],
  ['the care plan', '"care pl', ['care pl']],
  ['🎥 会议 🎥', '会议', ['会议']],
  ['aaaa', 'aa', ['aaaa']],
  ['Monday? Three, perhaps', '"monday three"', ['Monday? Three']],
  ['a re start', 're-start', ['re start']],
  ['a (b) [c] \\d', '(b) \\d', ['(b)', '\\d']],
  ['anything', '   ', undefined],
  ['anything', '""', undefined],
  ['a <b>bold</b> word', '<b>', ['<b>']],
])('in %j, %j finds %j', (text, query, found) => {
  expect(find(text, query)).toEqual(found);
});

test('what is found reads like what was looked for, in order and apart from one another', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, word) => {
      const text = `${before} ${word} ${before}`;
      const terms = toTerms(word);
      const ranges = findWords(foldText(text), terms);
      if (terms.length === 0) return;
      expect(ranges).not.toBeNull();
      for (const [index, { start, end }] of (ranges ?? []).entries()) {
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThan(ranges?.[index - 1]?.end ?? -1);
        expect(terms.some((term) => foldText(text.slice(start, end)).folded.includes(term))).toBe(true);
      }
    }),
  );
});
