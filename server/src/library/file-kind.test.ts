import { expect, test } from 'vitest';
import { FILE_KINDS } from '../catalog/rows.ts';
import { FileKind } from '../contract/index.ts';

test('the catalog can hold every kind that the contract tells, and no other', () => {
  expect([...FILE_KINDS].sort()).toEqual([...FileKind.options].sort());
});
