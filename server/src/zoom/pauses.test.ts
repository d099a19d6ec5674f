import pino from 'pino';
import { expect, test } from 'vitest';
import { createPauses } from './pauses.ts';

const log = pino({ level: 'silent' });
const DAY_MS = 86_400_000;

test('what the store remembers counts from the start, but never for more than a day', () => {
  const kept = { light: 500, medium: 2_000, heavy: 9e15, other: 5_000, __proto__: 1 };
  const pauses = createPauses({ store: { load: () => kept, save: () => {} }, now: () => 1_000, log });
  expect(pauses.until('light')).toBeNull();
  expect(pauses.until('medium')).toBe(2_000);
  expect(pauses.until('heavy')).toBe(1_000 + DAY_MS);
  expect(pauses.longest()).toBe(1_000 + DAY_MS);
});

test('a store that holds nonsense or fails does not matter', () => {
  const failing = {
    load: (): Record<string, number> => {
      throw new Error('unreadable');
    },
    save: () => {
      throw new Error('full');
    },
  };
  const pauses = createPauses({ store: failing, now: () => 0, log });
  expect(pauses.start('light', 5_000)).toBe(5_000);
  expect(pauses.until('light')).toBe(5_000);
  const odd = { load: () => ({ light: Number.NaN }), save: () => {} };
  expect(createPauses({ store: odd, now: () => 0, log }).until('light')).toBeNull();
});

test('a later answer lengthens a pause and never shortens it', () => {
  const pauses = createPauses({ store: undefined, now: () => 0, log });
  pauses.start('light', 5_000);
  expect(pauses.start('light', 1_000)).toBe(5_000);
  expect(pauses.start('light', 9_000)).toBe(9_000);
});
