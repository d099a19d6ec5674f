import { expect, test } from 'vitest';
import { formatRange, isAnswerTo, parseContentRange, parseRange, parseUnsatisfied } from './byte-range.ts';

test.each([
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=500-', { first: 500, last: null }],
  ['bytes=-500', { suffix: 500 }],
  ['BYTES=1-2', { first: 1, last: 2 }],
  ['bytes= 1-2 ,', { first: 1, last: 2 }],
  ['bytes=0-99999999999999999999', { first: 0, last: Number.MAX_SAFE_INTEGER }],
])('reads %s', (header, wish) => {
  expect(parseRange(header)).toEqual(wish);
});

test.each([
  undefined,
  '',
  'bytes=',
  'bytes=-',
  'bytes=2-1',
  'bytes=a-b',
  'items=0-1',
  'bytes=0-1,3-4',
  'bytes=0x1-2',
  '0-1',
])('sends everything for %s', (header) => {
  expect(parseRange(header)).toBeUndefined();
});

test('spells a wish in its plainest form', () => {
  expect(formatRange({ first: 5, last: null })).toBe('bytes=5-');
  expect(formatRange({ first: 5, last: 9 })).toBe('bytes=5-9');
  expect(formatRange({ suffix: 7 })).toBe('bytes=-7');
});

test('reads what came, and not what cannot be', () => {
  expect(parseContentRange('bytes 0-9/10')).toEqual({ first: 0, last: 9, total: 10 });
  expect(parseContentRange('bytes 3-9/*')).toEqual({ first: 3, last: 9, total: null });
  for (const wrong of [null, 'bytes 9-3/10', 'bytes 0-10/10', 'bytes */10', 'x']) {
    expect(parseContentRange(wrong)).toBeUndefined();
  }
  expect(parseUnsatisfied('bytes */10')).toBe(10);
  expect(parseUnsatisfied('bytes 0-1/10')).toBeNull();
});

test('knows the part that was asked for from another', () => {
  const total = 100;
  expect(isAnswerTo({ first: 10, last: 19 }, { first: 10, last: 19, total })).toBe(true);
  expect(isAnswerTo({ first: 10, last: 500 }, { first: 10, last: 99, total })).toBe(true);
  expect(isAnswerTo({ first: 10, last: null }, { first: 10, last: 99, total })).toBe(true);
  expect(isAnswerTo({ suffix: 500 }, { first: 0, last: 99, total })).toBe(true);
  expect(isAnswerTo({ suffix: 10 }, { first: 90, last: 99, total })).toBe(true);
  expect(isAnswerTo({ first: 10, last: 19 }, { first: 0, last: 19, total })).toBe(false);
  expect(isAnswerTo({ first: 10, last: null }, { first: 10, last: 50, total })).toBe(false);
  expect(isAnswerTo({ suffix: 10 }, { first: 80, last: 99, total })).toBe(false);
});
