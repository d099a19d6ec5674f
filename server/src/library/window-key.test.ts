import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  type DateRange,
  halves,
  monthRange,
  monthsTouching,
  toDate,
  toSpan,
  windowId,
} from './window-key.ts';
import { windowsOf } from './windows-of.ts';

const DAY_MS = 86_400_000;
const nowMs = Date.parse('2026-11-23T12:00:00Z');

/** Ranges of up to ten years between 2019 and 2039, leaning towards the ends of months and leap days. */
const someDate = fc.oneof(
  fc
    .integer({ min: Date.UTC(2019, 0, 1) / DAY_MS, max: Date.UTC(2039, 0, 1) / DAY_MS })
    .map((day) => toDate(day * DAY_MS)),
  fc
    .tuple(
      fc.integer({ min: 2019, max: 2038 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('first', 'last'),
    )
    .map(([year, month, end]) => {
      const range = monthRange(`${year}-${String(month).padStart(2, '0')}`);
      return end === 'first' ? range.from : range.to;
    }),
  fc
    .constantFrom('2020-02-29', '2024-02-28', '2024-02-29', '2024-03-01', '2100-02-28')
    .filter((date) => date < '2039'),
);
const someRange = fc
  .tuple(someDate, someDate)
  .map(([a, b]): DateRange => (a < b ? { from: a, to: b } : { from: b, to: a }));

/** Days since 1970 of both ends. */
const days = ({ from, to }: DateRange) => {
  const { fromMs, toMs } = toSpan({ from, to });
  return { first: fromMs / DAY_MS, last: (toMs + 1) / DAY_MS - 1 };
};

test('covers any range with whole months without gap or overlap (C2, 10,000 ranges)', () => {
  fc.assert(
    fc.property(someRange, (range) => {
      const windows = monthsTouching(range).map((month) => days(monthRange(month)));
      const asked = days(range);
      const [oldest, newest] = [windows[0], windows.at(-1)];
      const isSeamless = windows.every(
        ({ first, last }, index) =>
          last - first < 31 && (index === 0 || first === (windows[index - 1]?.last ?? 0) + 1),
      );
      const holds = (window: typeof oldest, day: number) =>
        window && window.first <= day && day <= window.last;
      return isSeamless && holds(oldest, asked.first) === true && holds(newest, asked.last) === true;
    }),
    { numRuns: 10_000 },
  );
});

test('halves a range without gap or overlap, down to a single day', () => {
  fc.assert(
    fc.property(someRange, (range) => {
      const parts = halves(range);
      const whole = days(range);
      if (!parts) return range.from === range.to;
      const [a, b] = [days(parts[0]), days(parts[1])];
      return (
        a.first === whole.first && b.first === a.last + 1 && b.last === whole.last && a.last < whole.last
      );
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['2024-01-15', '2024-04-20', ['2024-04', '2024-03', '2024-02', '2024-01']],
  ['2023-12-31', '2024-03-01', ['2024-03', '2024-02', '2024-01', '2023-12']],
  ['2024-02-29', '2024-02-29', ['2024-02']],
])('reads %s … %s in the windows of these months, newest first', (from, to, months) => {
  expect(windowsOf({ from, to }, nowMs).map(windowId)).toEqual(months);
});

test('asks for no month in which there can be no recordings, however long the range', () => {
  const ids = windowsOf({ from: '0001-01-01', to: '9999-12-31' }, nowMs).map(windowId);
  expect(ids[0]).toBe('2026-11');
  expect(ids.at(-1)).toBe('2020-01');
  expect(windowsOf({ from: '0001-01-01', to: '0009-12-31' }, nowMs)).toEqual([]);
});

test('takes a short range as it is, also before and after all recordings', () => {
  expect(windowsOf({ from: '1999-12-31', to: '2000-01-01' }, nowMs).map(windowId)).toEqual([
    '2000-01',
    '1999-12',
  ]);
  expect(windowsOf(monthRange('2031-05'), nowMs).map(windowId)).toEqual(['2031-05']);
});

test('knows the last day of every month', () => {
  expect(['2023-02', '2024-02', '2026-04', '2026-12'].map((month) => monthRange(month).to)).toEqual([
    '2023-02-28',
    '2024-02-29',
    '2026-04-30',
    '2026-12-31',
  ]);
});

test('counts months across years both ways', () => {
  fc.assert(
    fc.property(fc.integer({ min: -120, max: 120 }), (count) => {
      expect(addMonths(addMonths('2026-11', count), -count)).toBe('2026-11');
    }),
  );
  expect(addMonths('2026-11', 2)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
});
