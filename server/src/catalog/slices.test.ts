import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slicesOf } from './slices.ts';

const monthOf = (index: number) =>
  `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const nothing = { files: 0, bytes: 0, minutes: 0 };

test('covers the months of a span without gap or overlap, newest first, in steps of limited size', () => {
  const counts = fc.array(fc.nat(70_000), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(counts, (sessionsOf) => {
      const months = sessionsOf.map((sessions, n) => ({ month: monthOf(n), sessions, ...nothing }));
      const slices = slicesOf(null, months);
      expect(slices[0]?.toMs).toBe(Date.parse(`${monthOf(sessionsOf.length)}-01`) - 1);
      expect(slices.at(-1)?.fromMs).toBe(Date.parse('2020-01-01'));
      for (const [n, slice] of slices.entries()) {
        expect(slice.fromMs).toBeLessThanOrEqual(slice.toMs);
        if (n > 0) expect(slice.toMs).toBe((slices[n - 1]?.fromMs ?? 0) - 1);
      }
      const most = sessionsOf.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / 20_000)), 0);
      expect(slices.length).toBeLessThanOrEqual(most);
    }),
  );
});

test('keeps to its span', () => {
  const months = [0, 1, 2].map((n) => ({ month: monthOf(n), sessions: 10, ...nothing }));
  const span = { fromMs: Date.parse('2020-01-20'), toMs: Date.parse('2020-02-10') };
  expect(slicesOf(span, months)).toEqual([span]);
  expect(slicesOf({ fromMs: 0, toMs: 1 }, months)).toEqual([]);
});
