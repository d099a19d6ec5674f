import { expect, test } from 'vitest';
import { matchScore } from './match.ts';

test('every typed word has to be there, the beginning counts most', () => {
  expect(matchScore('October 2026', 'october')).toBe(4);
  expect(matchScore('October 2026', '26 oct')).toBe(6);
  expect(matchScore('October 2026', 'october 2025')).toBeNull();
});

test('letters in order are enough, if the first begins a word', () => {
  expect(matchScore('Previous month', 'prv')).toBe(1);
  expect(matchScore('Previous month', 'rev nth')).not.toBeNull();
  expect(matchScore('Previous month', 'rvs')).toBeNull();
});

test('nothing typed matches everything alike', () => {
  expect(matchScore('Trash', '  ')).toBe(0);
});
