import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatStamp, toLinkSeconds } from './clock-time.ts';

test.each([
  [0, '00:00'],
  [7.9, '00:07'],
  [59.99, '00:59'],
  [600, '10:00'],
  [3725, '1:02:05'],
  [360_000, '100:00:00'],
  [-3, '−00:03'],
  [-0.4, '00:00'],
])('%s seconds are written %s', (seconds, words) => {
  expect(formatStamp(seconds)).toBe(words);
});

test('a link to a second is at most a tenth after it, and never before it', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (seconds) => {
      const linked = toLinkSeconds(seconds);
      expect(linked).toBeGreaterThanOrEqual(seconds - 1e-6);
      expect(linked - seconds).toBeLessThan(0.1001);
    }),
  );
});

test('tenths that floating point cannot write stay what they are', () => {
  expect([0.3, 1.1, 5.8, 13.1].map(toLinkSeconds)).toEqual([0.3, 1.1, 5.8, 13.1]);
});
