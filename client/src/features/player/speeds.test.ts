import { expect, test } from 'vitest';
import { formatSpeed, nextSpeed, speeds } from './speeds.ts';

test('stepping up from the slowest passes every speed and stays at the fastest', () => {
  const passed = [0.25];
  while (nextSpeed(passed.at(-1) ?? 0, 1) !== passed.at(-1)) passed.push(nextSpeed(passed.at(-1) ?? 0, 1));
  expect(passed).toEqual(speeds);
  expect(nextSpeed(3, 1)).toBe(3);
  expect(nextSpeed(0.25, -1)).toBe(0.25);
});

test('a speed in between goes to its neighbour', () => {
  expect(nextSpeed(1.1, 1)).toBe(1.25);
  expect(nextSpeed(1.1, -1)).toBe(1);
});

test('a speed is written without needless digits', () => {
  expect([1, 1.25, 0.5].map(formatSpeed)).toEqual(['1×', '1.25×', '0.5×']);
});
