import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readByteRange } from './byte-range.ts';

test.each([
  ['bytes=0-0', { kind: 'part', start: 0, end: 1 }],
  ['bytes=0-', { kind: 'part', start: 0, end: 100 }],
  ['bytes=90-500', { kind: 'part', start: 90, end: 100 }],
  ['bytes=-10', { kind: 'part', start: 90, end: 100 }],
  ['bytes=-500', { kind: 'part', start: 0, end: 100 }],
  ['bytes=100-', { kind: 'unsatisfiable' }],
  ['bytes=-0', { kind: 'unsatisfiable' }],
  ['bytes=5-2', { kind: 'whole' }],
  ['bytes=-', { kind: 'whole' }],
  ['bytes=0-1,5-6', { kind: 'whole' }],
  ['lines=0-1', { kind: 'whole' }],
  [null, { kind: 'whole' }],
])('reads %s of a hundred bytes', (header, expected) => {
  expect(readByteRange(header, 100)).toEqual(expected);
});

test('an empty file satisfies no range', () => {
  expect(readByteRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' });
  expect(readByteRange('bytes=-5', 0)).toEqual({ kind: 'unsatisfiable' });
});

test('a part holds exactly the positions the header names', () => {
  const position = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(position, position, fc.integer({ min: 1, max: 50 }), (first, last, sizeBytes) => {
      fc.pre(first <= last);
      const named = Array.from({ length: sizeBytes }, (_, at) => at).filter(
        (at) => at >= first && at <= last,
      );
      const range = readByteRange(`bytes=${first}-${last}`, sizeBytes);
      const read = range.kind === 'part' ? [range.start, range.end - 1] : [];
      expect(read).toEqual(named.length === 0 ? [] : [named[0], named.at(-1)]);
    }),
  );
});
