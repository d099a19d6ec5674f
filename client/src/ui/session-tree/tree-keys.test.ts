import { expect, test } from 'vitest';
import { type ActiveRow, toTreeCommand, treeKeys } from './tree-keys.ts';

const closed: ActiveRow = {
  row: 5,
  rowCount: 20,
  pageRows: 8,
  isExpandable: true,
  isExpanded: false,
  parentRow: null,
};
const open: ActiveRow = { ...closed, isExpanded: true };
const file: ActiveRow = { ...closed, row: 7, isExpandable: false, parentRow: 5 };

const press = toTreeCommand;

test('arrows, j and k move by a row and stay inside the list', () => {
  expect(press('ArrowDown', closed)).toEqual({ type: 'move', row: 6 });
  expect(press('j', closed)).toEqual({ type: 'move', row: 6 });
  expect(press('k', closed)).toEqual({ type: 'move', row: 4 });
  expect(press('ArrowUp', { ...closed, row: 0 })).toEqual({ type: 'move', row: 0 });
  expect(press('ArrowDown', { ...closed, row: 19 })).toEqual({ type: 'move', row: 19 });
});

test('Home, End and the page keys move far', () => {
  expect(press('Home', closed)).toEqual({ type: 'move', row: 0 });
  expect(press('End', closed)).toEqual({ type: 'move', row: 19 });
  expect(press('PageDown', closed)).toEqual({ type: 'move', row: 13 });
  expect(press('PageUp', closed)).toEqual({ type: 'move', row: 0 });
});

test('the right arrow opens a session, then goes to its first file', () => {
  expect(press('ArrowRight', closed)).toEqual({ type: 'expand' });
  expect(press('ArrowRight', open)).toEqual({ type: 'move', row: 6 });
  expect(press('ArrowRight', file)).toBeUndefined();
});

test('the left arrow goes from a file to its session, and closes an open session', () => {
  expect(press('ArrowLeft', file)).toEqual({ type: 'move', row: 5 });
  expect(press('ArrowLeft', open)).toEqual({ type: 'collapse' });
  expect(press('ArrowLeft', closed)).toBeUndefined();
});

test('Enter opens the page, Shift+Enter the files, d downloads', () => {
  expect(press('Enter', closed)).toEqual({ type: 'open' });
  expect(press('Shift+Enter', closed)).toEqual({ type: 'expand' });
  expect(press('Shift+Enter', open)).toEqual({ type: 'collapse' });
  expect(press('d', file)).toEqual({ type: 'download' });
});

test('a session without files neither opens nor closes', () => {
  const empty = { ...closed, isExpandable: false };
  expect(press('ArrowRight', empty)).toBeUndefined();
  expect(press('Shift+Enter', empty)).toBeUndefined();
});

test('other keys are left to the browser', () => {
  expect(press('Tab', closed)).toBeUndefined();
  expect(press('J', closed)).toBeUndefined();
});

test('Space and x choose a row, Shift and an arrow the next too, Ctrl+A all that are loaded', () => {
  expect(press('Space', closed)).toEqual({ type: 'select' });
  expect(press('x', closed)).toEqual({ type: 'select' });
  expect(press('Shift+ArrowDown', closed)).toEqual({ type: 'extend', row: 6 });
  expect(press('Shift+ArrowUp', { ...closed, row: 0 })).toEqual({ type: 'extend', row: 0 });
  expect(press('mod+a', closed)).toEqual({ type: 'select-loaded' });
});

test('no key is listed twice', () => {
  const keys = treeKeys.flatMap((row) => row.keys);
  expect(new Set(keys).size).toBe(keys.length);
});
