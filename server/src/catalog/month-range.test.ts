import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeMonths } from './month-range.ts';

const DAY_MS = 86_400_000;

test('cuts a span of days into whole months and edges that together are the span', () => {
  const someDay = fc.integer({ min: Date.UTC(2019, 0, 1) / DAY_MS, max: Date.UTC(2030, 0, 1) / DAY_MS });
  fc.assert(
    fc.property(someDay, someDay, (a, b) => {
      const span = { fromMs: Math.min(a, b) * DAY_MS, toMs: (Math.max(a, b) + 1) * DAY_MS - 1 };
      const { months, edges } = wholeMonths(span);
      const middle = months ? [{ fromMs: startOf(months.first), toMs: startAfter(months.last) - 1 }] : [];
      const parts = [...edges, ...middle].sort((x, y) => x.fromMs - y.fromMs);
      expect(parts[0]?.fromMs).toBe(span.fromMs);
      expect(parts.at(-1)?.toMs).toBe(span.toMs);
      const isSeamless = parts.every((part, n) => n === 0 || part.fromMs === (parts[n - 1]?.toMs ?? 0) + 1);
      expect(isSeamless).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

function startOf(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`);
}

function startAfter(month: string): number {
  const date = new Date(startOf(month));
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
