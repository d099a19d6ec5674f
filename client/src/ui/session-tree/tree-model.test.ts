import { expect, test } from 'vitest';
import { testFile, testSession } from '../../testing/test-data.ts';
import { createTreeModel } from './tree-model.ts';

const files = [testFile({ id: 'a/1' }), testFile({ id: 'a/2' })];
const sessions = [
  testSession({ id: 'one' }),
  testSession({ id: 'two', files }),
  testSession({ id: 'three', files: [] }),
];

function modelOf(openIds: string[]) {
  return createTreeModel({ sessions, total: 900, openIds, filesOf: (session) => session.files });
}

test('an open session is followed by its files', () => {
  const model = modelOf(['two']);
  expect(Array.from({ length: model.rowCount }, (_, row) => model.at(row)?.key)).toEqual([
    'one',
    'two',
    'two/a/1',
    'two/a/2',
    'three',
  ]);
});

test('a file knows its place among the files, a session its place in the whole list', () => {
  const model = modelOf(['two']);
  expect(model.at(3)).toMatchObject({ posInSet: 2, setSize: 2, parentRow: 1, isExpandable: false });
  expect(model.at(4)).toMatchObject({ posInSet: 3, setSize: 900, parentRow: null, isExpandable: false });
});

test('every key is found where it stands, a file of a closed session at its session', () => {
  expect(modelOf(['two']).find('two/a/2')).toBe(3);
  expect(modelOf([]).find('two/a/2')).toBe(1);
  expect(modelOf(['two']).find('gone')).toBeUndefined();
});

test('ids that the link names but the list does not hold open nothing', () => {
  expect(modelOf(['gone', 'three']).rowCount).toBe(3);
  expect(modelOf(['two', 'two']).rowCount).toBe(5);
});

test('there is nothing outside the rows', () => {
  expect(modelOf([]).at(-1)).toBeUndefined();
  expect(modelOf([]).at(3)).toBeUndefined();
});
