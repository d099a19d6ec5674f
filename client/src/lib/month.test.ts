import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, compareMonths, daysOf, formatMonth, type Month, monthOf, parseMonth } from './month.ts';

const months = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}` as Month);

test('going some months away and back ends where it began', () => {
  fc.assert(
    fc.property(months, fc.integer({ min: -500, max: 500 }), (month, steps) => {
      expect(addMonths(addMonths(month, steps), -steps)).toBe(month);
    }),
  );
});

test('a month so many steps later compares as so many later', () => {
  fc.assert(
    fc.property(months, fc.integer({ min: -500, max: 500 }), (month, steps) => {
      expect(compareMonths(addMonths(month, steps), month)).toBe(steps);
    }),
  );
});

test('the day after the last day of a month is the first of the next', () => {
  fc.assert(
    fc.property(months, (month) => {
      const after = new Date(Date.parse(`${daysOf(month).to}T00:00:00Z`) + 86_400_000);
      expect(after.toISOString().slice(0, 10)).toBe(daysOf(addMonths(month, 1)).from);
    }),
  );
});

test('a month is taken from the UTC date, whatever the reader’s time zone', () => {
  expect(monthOf(new Date('2026-10-31T23:59:59Z'))).toBe('2026-10');
  expect(monthOf(new Date('2026-11-01T00:00:00Z'))).toBe('2026-11');
});

test('a typed month is understood as people write it, and nothing else is', () => {
  expect(['2026-11', '2026-3', ' 2026/03 ', '2026.12'].map(parseMonth)).toEqual([
    '2026-11',
    '2026-03',
    '2026-03',
    '2026-12',
  ]);
  expect(['', '2026-13', '2026-00', '26-11', '2026-11-01', 'November'].map(parseMonth)).toEqual(
    new Array(6).fill(undefined),
  );
});

test('a month is named in full', () => {
  expect(formatMonth('2026-11')).toBe('November 2026');
});
