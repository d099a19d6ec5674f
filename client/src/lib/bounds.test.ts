import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLength, parseSize, writeBounds, writeBytes } from './bounds.ts';

test('a range is open where an end is left out', () => {
  expect(parseLength('30-')).toEqual({ min: 30 });
  expect(parseLength('-10')).toEqual({ max: 10 });
  expect(parseLength('10-30')).toEqual({ min: 10, max: 30 });
  expect(parseSize('500MB-')).toEqual({ min: 500_000_000 });
  expect(parseSize('1.5GB-2TB')).toEqual({ min: 1_500_000_000, max: 2_000_000_000_000 });
});

test('what is no range is not understood', () => {
  for (const text of ['', '-', '30', '30-10', '1-2-3', 'a-', '-1.5', '30MB-', ' 1-2', '--']) {
    expect(parseLength(text)).toBeUndefined();
  }
  for (const text of ['5XB-', '2GB-1GB', '1.2345GB-', '-0x10', '999999999999999TB-', 'GB-']) {
    expect(parseSize(text)).toBeUndefined();
  }
});

test('no text breaks the reading of a range', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      parseLength(text);
      parseSize(text);
    }),
  );
});

test('a size that was written is read as the same size', () => {
  const bytes = fc.nat({ max: 1e15 });
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      const bounds = { min: Math.min(a, b), max: Math.max(a, b) };
      expect(parseSize(writeBounds(bounds, writeBytes))).toEqual(bounds);
    }),
  );
  expect(writeBytes(500_000_000)).toBe('500MB');
  expect(writeBytes(1_500_000_000)).toBe('1.5GB');
});
