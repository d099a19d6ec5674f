import { expect, test } from 'vitest';
import { nextSort, toAriaSort } from './sort.ts';

test('a header sorts the likelier way first, then the other', () => {
  expect(nextSort('-start', 'size')).toBe('-size');
  expect(nextSort('-size', 'size')).toBe('size');
  expect(nextSort('-start', 'name')).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
});

test('only the column that sorts says so', () => {
  expect(toAriaSort('-start', 'start')).toBe('descending');
  expect(toAriaSort('start', 'start')).toBe('ascending');
  expect(toAriaSort('start', 'size')).toBe('none');
});
