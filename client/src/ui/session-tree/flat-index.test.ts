import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFlatIndex, type ExpandedParent, type TreePosition } from './flat-index.ts';

const trees = fc.integer({ min: 0, max: 60 }).chain((parentCount) =>
  fc.record({
    parentCount: fc.constant(parentCount),
    expanded: fc.uniqueArray(
      fc.record({ parent: fc.integer({ min: 0, max: Math.max(0, parentCount - 1) }), children: fc.nat(8) }),
      { selector: ({ parent }) => parent, maxLength: parentCount },
    ),
  }),
);

/** The same, by writing every row down. */
function writeOut(parentCount: number, expanded: readonly ExpandedParent[]): TreePosition[] {
  const children = new Map(expanded.map((entry) => [entry.parent, entry.children]));
  return Array.from({ length: parentCount }, (_, parent) => [
    { parent, child: null },
    ...Array.from({ length: children.get(parent) ?? 0 }, (_unused, child) => ({ parent, child })),
  ]).flat();
}

test('every row holds what it would if all rows were written down', () => {
  fc.assert(
    fc.property(trees, ({ parentCount, expanded }) => {
      const rows = writeOut(parentCount, expanded);
      const flat = createFlatIndex(parentCount, expanded);
      expect(flat.rowCount).toBe(rows.length);
      expect(rows.map((_, row) => flat.at(row))).toEqual(rows);
    }),
  );
});

test('every position is found in the row that holds it', () => {
  fc.assert(
    fc.property(trees, ({ parentCount, expanded }) => {
      const flat = createFlatIndex(parentCount, expanded);
      const rows = writeOut(parentCount, expanded);
      expect(rows.map(flat.rowOf)).toEqual(rows.map((_, row) => row));
    }),
  );
});
