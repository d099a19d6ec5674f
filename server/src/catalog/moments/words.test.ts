import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexText, wordsOf } from './words.ts';

test.each([
  ['Good afternoon, can you hear me?', 'good afternoon can you hear me'],
  ['Café CRÈME naïve', 'cafe creme naive'],
  ['don’t re-start v2.0', 'don t re start v2 0'],
  ['你好世界 ok', '你 好 世 界 ok'],
  ['ｆｕｌｌ ﬁne', 'full fine'],
  ['ภาษาไทย', 'ภ า ษ า ไ ท ย'],
  ['한국어 Привет', '한국어 привет'],
  ['हिन्दी', 'हिन्दी'],
  ['㌀ 第㊀回', 'ア パ ー ト 第 一 回'],
  ['<script>alert(1)</script> "quoted" *', 'script alert 1 script quoted'],
  ['\u0000 --- 👍', ''],
])('%j is indexed as %j', (text, words) => {
  expect(indexText(text)).toBe(words);
});

test('each word tells where it stands, and no two overlap but those of one sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let last = { start: -1, end: 0 };
      for (const { word, start, end } of wordsOf(text)) {
        expect(start >= last.end || (start === last.start && end === last.end)).toBe(true);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(word).not.toMatch(/["\s]/);
        last = { start, end };
      }
    }),
  );
});

test('what was indexed is found again by its own words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(indexText(indexText(text))).toBe(indexText(text));
    }),
    { examples: [['㌀'], ['a㊀b'], ['\u1100\u3300x']] },
  );
});
