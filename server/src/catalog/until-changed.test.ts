import { expect, test } from 'vitest';
import { createUntilChanged } from './until-changed.ts';

function start({ most = 10, ask = async (question: string) => `${question}!` } = {}) {
  const asked: string[] = [];
  let version = 0;
  const answer = createUntilChanged({
    version: () => version,
    most,
    keyOf: (question: string) => question,
    ask: (question) => {
      asked.push(question);
      return ask(question);
    },
  });
  return {
    answer,
    asked,
    change: () => {
      version += 1;
    },
  };
}

test('asks once, also for many who ask at the same time, until something changes', async () => {
  const { answer, asked, change } = start();
  expect(await Promise.all([answer('a'), answer('a')])).toEqual(['a!', 'a!']);
  expect(await answer('a')).toBe('a!');
  expect(asked).toEqual(['a']);
  change();
  expect(await answer('a')).toBe('a!');
  expect(asked).toEqual(['a', 'a']);
});

test('keeps no failure', async () => {
  const { answer, asked } = start({ ask: () => Promise.reject(new Error('not now')) });
  await expect(answer('a')).rejects.toThrow('not now');
  await expect(answer('a')).rejects.toThrow('not now');
  expect(asked).toEqual(['a', 'a']);
});

test('lets go of all when it holds as many as it may', async () => {
  const { answer, asked } = start({ most: 2 });
  for (const question of ['a', 'b', 'c', 'a']) await answer(question);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
