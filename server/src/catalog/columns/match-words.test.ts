import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchIds, matchWords } from './match-words.ts';
import { toMonthColumns } from './month-columns.ts';

function columnsOf(texts: readonly string[]) {
  const zeros = texts.map(() => 0);
  const rids = texts.map((_, place) => place);
  return toMonthColumns({
    ...{ rids, texts, ids: texts.map((text) => text.replaceAll('\n', '/')) },
    ...{ files: zeros, bytes: zeros, minutes: zeros, kinds: zeros, states: zeros },
  });
}

/** Few characters, so that words and their parts meet often; among them what a text of several lines has. */
const text = fc.stringMatching(/^[abé🎉0]{0,4}([ \n][abé🎉0]{0,4}){0,4}$/u);
const word = fc.stringMatching(/^[abé🎉0]{1,3}$/u);

test('finds exactly the texts that hold every word, whether words are common or rare', () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 60 }),
      fc.array(text, { maxLength: 3 }),
      fc.array(word, { maxLength: 3 }),
      (rare, repeated, words) => {
        const often = Array.from({ length: 32 }, () => repeated).flat();
        const texts = [...rare, ...often, ...rare];
        const matching = matchWords(columnsOf(texts), words);
        const found = texts.filter((_, place) => matching?.[place] === 1);
        expect(found).toEqual(texts.filter((one) => words.every((part) => one.includes(part))));
      },
    ),
    { numRuns: 300 },
  );
});

test('finds exactly the ids that hold a part', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), word, (texts, part) => {
      const matching = matchIds(columnsOf(texts), part);
      const found = texts.filter((_, place) => matching?.[place] === 1);
      expect(found).toEqual(texts.filter((one) => one.includes(part)));
    }),
    { numRuns: 300 },
  );
});
