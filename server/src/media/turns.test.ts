import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('lets one file through at full speed, and of many a few in each turn, in order', async () => {
  const turns = createTurns();
  for (let chunk = 0; chunk < 16; chunk += 1) expect(turns.take()).toBeUndefined();
  const done: number[] = [];
  const waits = Array.from({ length: 40 }, async (_, index) => {
    await turns.take();
    done.push(index);
  });
  expect(done).toEqual([]);
  await nextTurn();
  expect(done.length).toBeGreaterThan(0);
  expect(done.length).toBeLessThanOrEqual(16);
  await Promise.all(waits);
  expect(done).toEqual([...done].sort((one, other) => one - other));
  await nextTurn();
  expect(turns.take()).toBeUndefined();
});
