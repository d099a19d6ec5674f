import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { bottomBarHeight } from '../bottom-bar/bottom-bar-height.ts';
import type { TreeModel } from './tree-model.ts';

/** Header of the page and of the list, which lie over the first rows. */
const stickyHeight = 104;

interface TreeVirtualizerOptions {
  model: TreeModel;
  rowHeight: number;
  /** How far below the top of the page the rows begin, in pixels. */
  scrollMargin: number;
  /** Drawn wherever the reader has scrolled, so that the focus never falls to the body. */
  keptRows: readonly number[];
}

/** Draws the rows near the window, which scrolls as a whole; rows keep their key, so that nothing jumps when one opens. */
export function useTreeVirtualizer({ model, rowHeight, scrollMargin, keptRows }: TreeVirtualizerOptions) {
  const [kept, alsoKept] = keptRows;
  const barHeight = useSyncExternalStore(bottomBarHeight.subscribe, bottomBarHeight.read);
  const virtualizer = useWindowVirtualizer({
    count: model.rowCount,
    estimateSize: () => rowHeight,
    getItemKey: useCallback((row: number) => model.at(row)?.key ?? row, [model]),
    rangeExtractor: useCallback((range: Range) => withRows(range, [kept, alsoKept]), [kept, alsoKept]),
    overscan: 4,
    scrollMargin,
    scrollPaddingStart: stickyHeight,
    scrollPaddingEnd: rowHeight + barHeight,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are remembered per row and must be forgotten together.
  useEffect(() => virtualizer.measure(), [rowHeight]);
  return virtualizer;
}

function withRows(range: Range, rows: readonly (number | undefined)[]): number[] {
  const drawn = new Set(defaultRangeExtractor(range));
  for (const row of rows) if (row !== undefined && row < range.count) drawn.add(row);
  return [...drawn].sort((a, b) => a - b);
}
