import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, guardFormula, toCsvLine } from './csv.ts';

/** RFC 4180 section 2, character by character: what a careful reader makes of a file. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error('a quoted field does not end');
        if (text[at] !== '"') field += text[at];
        else if (text[at + 1] === '"') {
          field += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error('a bare field holds what must be quoted');
        field += text[at];
        at += 1;
      }
    }
    record.push(field);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) throw new Error('the file ends within a record');
    } else {
      if (text.slice(at, at + 2) !== '\r\n') throw new Error('a record does not end with CRLF');
      records.push(record);
      record = [];
      at += 2;
    }
  }
  return records;
}

/** What spreadsheets take for a formula, as the promise lists it. */
const starters = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
const isEvaluated = (cell: string) => starters.some((starter) => cell.trimStart().startsWith(starter));

const hostile = fc
  .tuple(
    fc.constantFrom('', ...starters, ' =', '\ufeff=', '\u00a0+', "'=", '"=', '\u200b@', '\t='),
    fc.oneof(
      fc.constantFrom(
        'HYPERLINK("http://x","y")',
        "cmd|' /C calc'!A0",
        'SUM(1,1)',
        '1',
        '"',
        '""',
        ',',
        '\r\n',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.stringMatching(/^[",;\r\n\t =]{0,12}$/),
    ),
  )
  .map(([start, rest]) => start + rest);

test('gives back 500 hostile cells, guarded, and not one of them is evaluated (E1)', () => {
  const cells = fc.sample(hostile, { numRuns: 500, seed: 7 });
  const records = Array.from({ length: 100 }, (_, index) => cells.slice(index * 5, index * 5 + 5));
  const parsed = parseCsv(records.map((record) => toCsvLine(record, guardFormula)).join(''));
  expect(parsed).toEqual(records.map((record) => record.map(guardFormula)));
  expect(cells.filter(isEvaluated).length).toBeGreaterThan(200);
  expect(parsed.flat().filter(isEvaluated)).toEqual([]);
});

test('gives back any text at all, raw, as it was', () => {
  const record = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(record, { minLength: 1 }), (records) => {
      const text = records.map((cells) => toCsvLine(cells, (cell) => cell)).join('');
      expect(parseCsv(text)).toEqual(records);
    }),
  );
});

test('changes nothing of a harmless text, and puts one apostrophe before any other', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect([text, `'${text}`]).toContain(guardFormula(text));
    }),
  );
  expect(guardFormula('orchid-triage-0412 = fine')).toBe('orchid-triage-0412 = fine');
});

test.each<[readonly Cell[], string]>([
  [['=HYPERLINK("http://x","y")', 1], '"\'=HYPERLINK(""http://x"",""y"")",1\r\n'],
  [['a', null, 0, 25.5], 'a,,0,25.5\r\n'],
  [['-5', -5], "'-5,-5\r\n"],
  [['two\nlines', ' padded ', 'a;b'], '"two\nlines"," padded ","a;b"\r\n'],
])('writes %j', (cells, line) => {
  expect(toCsvLine(cells, guardFormula)).toBe(line);
});
