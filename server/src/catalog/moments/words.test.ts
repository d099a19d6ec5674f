import fc from 'fast-check';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { indexText, wordsOf } from './words.ts';

const spoken = (text: string) => wordsOf(text).map(({ word }) => word);

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
  expect(spoken(text).join(' ')).toBe(words);
  expect(spoken(indexText(text)).join(' ')).toBe(words);
});

test('the index finds in a text the very words that searches compare', () => {
  const database = new Database(':memory:');
  database.exec(`
    CREATE VIRTUAL TABLE texts USING fts5(text, content = '', columnsize = 0, tokenize = 'ascii');
    CREATE VIRTUAL TABLE found USING fts5vocab(texts, instance);`);
  const add = database.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)');
  const take = database.prepare("INSERT INTO texts (texts, rowid, text) VALUES ('delete', ?, ?)");
  const find = database.prepare('SELECT term FROM found ORDER BY offset');
  const anyText = fc.oneof(
    fc.string({ unit: 'binary-ascii', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('a', 'Z', '9', ' ', '\0', 'é'), minLength: 60, maxLength: 200 }),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      add.run(1, indexText(text));
      const terms = find.all() as { term: string }[]; // the column just named
      take.run(1, indexText(text));
      expect(terms.map(({ term }) => term)).toEqual(spoken(text));
    }),
    { examples: [['a'.repeat(64)], ['b'.repeat(65)], ['one\0two'], ['Don’t STOP_me, x@y.z']] },
  );
  database.close();
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
      expect(spoken(indexText(text))).toEqual(spoken(text));
    }),
    { examples: [['㌀'], ['a㊀b'], ['\u1100\u3300x']] },
  );
});
