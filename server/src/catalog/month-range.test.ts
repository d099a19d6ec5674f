import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestMonths } from './month-range.ts';

const DAY_MS = 86_400_000;

test('whole months, with what is added and without what is removed, are the span, and the parts no longer than it', () => {
  const someDay = fc.integer({ min: Date.UTC(2019, 0, 1) / DAY_MS, max: Date.UTC(2030, 0, 1) / DAY_MS });
  const length = fc.oneof(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 4000 }));
  fc.assert(
    fc.property(someDay, length, (day, days) => {
      const span = { fromMs: day * DAY_MS, toMs: (day + days + 1) * DAY_MS - 1 };
      const { months, added, removed } = nearestMonths(span);
      const whole = months ? [{ fromMs: startOf(months.first), toMs: startAfter(months.last) - 1 }] : [];
      expect(daysOf([...whole, ...added])).toEqual([...daysOf([span]), ...daysOf(removed)].sort(byNumber));
      expect(daysOf([...added, ...removed]).length).toBeLessThanOrEqual(Math.min(days + 1, 32));
    }),
    { numRuns: 1000 },
  );
});

const byNumber = (a: number, b: number) => a - b;

/** Every day of these spans, in order; a day that lies in two of them comes twice. */
function daysOf(spans: readonly { fromMs: number; toMs: number }[]): number[] {
  const days = spans.flatMap(({ fromMs, toMs }) =>
    Array.from({ length: (toMs + 1 - fromMs) / DAY_MS }, (_, n) => fromMs / DAY_MS + n),
  );
  return days.sort(byNumber);
}

function startOf(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`);
}

function startAfter(month: string): number {
  const date = new Date(startOf(month));
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
