import fc from 'fast-check';
import { expect, test } from 'vitest';
import { syntheticBytes } from './synthetic-bytes.ts';

const sizeBytes = 9_000_000;
const whole = syntheticBytes(5, sizeBytes, 0, sizeBytes);

test('any part is the same as that part of the whole', () => {
  const offset = fc.integer({ min: 0, max: sizeBytes });
  fc.assert(
    fc.property(offset, offset, (one, other) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)];
      expect(syntheticBytes(5, sizeBytes, start, end).equals(whole.subarray(start, end))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('begins with a container that says the true size', () => {
  expect(whole.toString('latin1', 4, 8)).toBe('ftyp');
  expect(whole.readUInt32BE(0)).toBe(32);
  expect(whole.toString('latin1', 36, 40)).toBe('mdat');
  expect(Number(whole.readBigUInt64BE(40))).toBe(sizeBytes - 32);
});

test('seeds differ, and so do the same seed at the next megabyte', () => {
  expect(syntheticBytes(6, sizeBytes, 48, 4096).equals(whole.subarray(48, 4096))).toBe(false);
  expect(whole.subarray(1_048_576, 1_052_672).equals(whole.subarray(2_097_152, 2_101_248))).toBe(false);
});

test('reads the end of a file that no disk here would hold', () => {
  const size = 6 * 2 ** 40;
  expect(syntheticBytes(1, size, size - 10, size)).toHaveLength(10);
  expect(() => syntheticBytes(1, size, size - 10, size + 1)).toThrow(RangeError);
});
