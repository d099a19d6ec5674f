import { expect, test } from 'vitest';
import type { WindowProblem } from '../contract/index.ts';
import { keepProblem, recallProblem } from './kept-problem.ts';

const pause: WindowProblem = {
  type: '/problems/zoom-rate-limited',
  title: 'Zoom asked us to wait',
  detail: '',
  retryAfterSeconds: 15,
};

test('a pause that was kept tells how long it still lasts, never again how long it was', () => {
  const kept = keepProblem(pause, 1_000_000);
  expect(recallProblem(kept, 1_000_000)).toEqual(pause);
  expect(recallProblem(kept, 1_004_100)).toEqual({ ...pause, retryAfterSeconds: 11 });
  expect(recallProblem(kept, 2_000_000)).toEqual({ ...pause, retryAfterSeconds: 0 });
});

test('a problem without a pause is the same afterwards', () => {
  const { retryAfterSeconds: _, ...problem } = pause;
  expect(recallProblem(keepProblem(problem, 5), 10)).toEqual(problem);
});
