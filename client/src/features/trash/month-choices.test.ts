import { expect, test } from 'vitest';
import { stepMonth, toMonthChoices } from './month-choices.ts';

const held = [
  { month: '2026-10', sessions: 3 },
  { month: '2026-07', sessions: 1 },
];

test('what can be chosen is what the trash holds, and what is chosen already', () => {
  expect(toMonthChoices(held, '')).toEqual(held);
  expect(toMonthChoices(held, '2026-07')).toEqual(held);
  expect(toMonthChoices(held, '2026-09').map(({ month, sessions }) => [month, sessions])).toEqual([
    ['2026-10', 3],
    ['2026-09', 0],
    ['2026-07', 1],
  ]);
  expect(toMonthChoices([], '2026-09')).toEqual([{ month: '2026-09', sessions: 0 }]);
});

test('steps go from month to month of those there are, and end where they end', () => {
  const choices = toMonthChoices(held, '');
  expect(stepMonth(choices, { from: '', steps: -1 })).toBe('2026-10');
  expect(stepMonth(choices, { from: '2026-10', steps: -1 })).toBe('2026-07');
  expect(stepMonth(choices, { from: '2026-07', steps: -1 })).toBeUndefined();
  expect(stepMonth(choices, { from: '2026-07', steps: 1 })).toBe('2026-10');
  expect(stepMonth(choices, { from: '2026-10', steps: 1 })).toBeUndefined();
  expect(stepMonth(choices, { from: '', steps: 1 })).toBeUndefined();
});
