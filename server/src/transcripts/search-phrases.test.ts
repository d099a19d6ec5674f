import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchLine, toPhrases } from './search-phrases.ts';

test.each([
  ['budget may', ['budget', 'may*']],
  ['budget may ', ['budget', 'may']],
  ['"budget of" ma', ['budget of', 'ma']],
  ['the "budget of ma', ['the', 'budget of ma']],
  ['the "budget of may', ['the', 'budget of may*']],
  ['the "budget of may"', ['the', 'budget of may']],
  ['don’t re-start', ['don t', 're start*']],
  ['你好 世', ['你 好', '世']],
  ['CAFÉ', ['cafe*']],
  [' " "" - * ', []],
])('%j are the phrases %j', (text, phrases) => {
  expect(toPhrases(text).map(({ words, isOpen }) => `${words.join(' ')}${isOpen ? '*' : ''}`)).toEqual(
    phrases,
  );
});

function marked(text: string, q: string): string[] | null {
  return matchLine(text, toPhrases(q))?.map(({ start, end }) => text.slice(start, end)) ?? null;
}

test.each([
  ['The Café, the café', 'cafe', ['Café', 'café']],
  ['one two one', 'one two ', ['one', 'two', 'one']],
  ['one two one', '"two one"', ['two one']],
  ['one two three', '"one two" "two three"', ['one two three']],
  ['budgets and budget', 'budg', ['budgets', 'budget']],
  ['one two', 'one three ', null],
  ['👍 你好世界', '好世', ['好世']],
])('in %j, %j marks %j', (text, q, matches) => {
  expect(marked(text, q)).toEqual(matches);
});

test('matches lie in order, apart, and hold letters', () => {
  const texts = fc.array(fc.constantFrom('a', 'ab', 'Ábc', '你好', ' ', '-', '"', '👍', 'x1'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(texts, texts, (text, q) => {
      const line = text.join('');
      const phrases = toPhrases(q.join(''));
      let last = -1;
      for (const { start, end } of (phrases.length > 0 && matchLine(line, phrases)) || []) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(line.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
        last = end;
      }
    }),
  );
});
