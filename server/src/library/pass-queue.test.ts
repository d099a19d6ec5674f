import { expect, test } from 'vitest';
import { createPassQueue, type Job } from './pass-queue.ts';
import { createSignal } from './wait.ts';

/** Jobs that end when they are told to, and the order in which they began. */
function createJobs() {
  const begun: string[] = [];
  const ended: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (id: string): Job => ({
    id,
    run() {
      begun.push(id);
      const { promise, resolve } = createSignal();
      ends.set(id, resolve);
      return promise;
    },
    onEnd: () => void ended.push(id),
  });
  const end = async (id: string) => {
    ends.get(id)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, ended, job, end };
}

test('runs three at a time, the newest wishes first, and the first of each group at once', async () => {
  const { begun, ended, job, end } = createJobs();
  const queue = createPassQueue();
  queue.add(['a', 'b', 'c', 'd', 'e'].map(job));
  expect(begun).toEqual(['a', 'b', 'c']);
  queue.add(['x', 'y'].map(job));
  expect(begun).toEqual(['a', 'b', 'c', 'x']);
  expect(queue.has('y')).toBe(true);
  for (const id of ['b', 'a', 'c']) await end(id);
  expect(begun).toEqual(['a', 'b', 'c', 'x', 'y', 'd']);
  expect(ended).toEqual(['b', 'a', 'c']);
  expect(queue.has('a')).toBe(false);
});

test('forgets what waits when it is drained, and waits for what runs', async () => {
  const { begun, job, end } = createJobs();
  const queue = createPassQueue();
  queue.add(['a', 'b', 'c', 'd'].map(job));
  let isDrained = false;
  const drained = queue.drain().then(() => {
    isDrained = true;
  });
  for (const id of ['a', 'b']) await end(id);
  expect(isDrained).toBe(false);
  await end('c');
  await drained;
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('begins what nobody waits for last, until somebody does', () => {
  const { begun, ended, job } = createJobs();
  const queue = createPassQueue();
  queue.add(['a', 'b', 'c'].map(job));
  queue.addLast(job('quiet'));
  queue.addLast(job('quieter'));
  expect(begun).toEqual(['a', 'b', 'c']);
  queue.hurry('quiet');
  expect(begun).toEqual(['a', 'b', 'c', 'quiet']);
  expect([queue.withdraw('quieter'), queue.withdraw('quieter'), queue.withdraw('a')]).toEqual([
    true,
    false,
    false,
  ]);
  expect({ ended, has: queue.has('quieter') }).toEqual({ ended: ['quieter'], has: false });
});
