/** A row of the tree: a session, or the file at `child` of a session. Both numbers count from 0. */
export interface TreePosition {
  parent: number;
  child: number | null;
}

export interface ExpandedParent {
  parent: number;
  children: number;
}

export interface FlatIndex {
  rowCount: number;
  /** What stands in flat row `row`. */
  at(row: number): TreePosition;
  /** In which flat row a position stands. */
  rowOf(position: TreePosition): number;
}

interface Opening {
  parent: number;
  children: number;
  /** Flat row of the parent. */
  row: number;
}

/**
 * Numbers the rows of a two-level tree as they stand below each other. Costs grow with the rows that are
 * open, not with all of them, so that a hundred thousand sessions cost nothing. Parents may come in any order.
 */
export function createFlatIndex(parentCount: number, expanded: readonly ExpandedParent[]): FlatIndex {
  const openings = toOpenings(expanded);
  const childCount = openings.reduce((sum, opening) => sum + opening.children, 0);

  return {
    rowCount: parentCount + childCount,
    at(row) {
      const opening = lastAtOrBefore(openings, (candidate) => candidate.row <= row);
      if (!opening) return { parent: row, child: null };
      const past = row - opening.row;
      if (past === 0) return { parent: opening.parent, child: null };
      if (past <= opening.children) return { parent: opening.parent, child: past - 1 };
      return { parent: opening.parent + past - opening.children, child: null };
    },
    rowOf({ parent, child }) {
      const opening = lastAtOrBefore(openings, (candidate) => candidate.parent <= parent);
      if (!opening) return parent;
      if (opening.parent === parent) return opening.row + (child === null ? 0 : child + 1);
      return opening.row + opening.children + (parent - opening.parent);
    },
  };
}

function toOpenings(expanded: readonly ExpandedParent[]): Opening[] {
  let shift = 0;
  return expanded
    .toSorted((a, b) => a.parent - b.parent)
    .map(({ parent, children }) => {
      const opening = { parent, children, row: parent + shift };
      shift += children;
      return opening;
    });
}

/** Binary search: the last opening that `fits`, where all that fit come first. */
function lastAtOrBefore(
  openings: readonly Opening[],
  fits: (opening: Opening) => boolean,
): Opening | undefined {
  let low = 0;
  let high = openings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const opening = openings[middle];
    if (opening && fits(opening)) low = middle + 1;
    else high = middle;
  }
  return openings[low - 1];
}
