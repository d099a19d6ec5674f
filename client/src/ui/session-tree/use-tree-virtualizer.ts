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
  activeRow: number;
}

/** Draws the rows near the window, which scrolls as a whole; rows keep their key, so that nothing jumps when one opens. */
export function useTreeVirtualizer({ model, rowHeight, scrollMargin, activeRow }: TreeVirtualizerOptions) {
  const barHeight = useSyncExternalStore(bottomBarHeight.subscribe, bottomBarHeight.read);
  const virtualizer = useWindowVirtualizer({
    count: model.rowCount,
    estimateSize: () => rowHeight,
    getItemKey: useCallback((row: number) => model.at(row)?.key ?? row, [model]),
    rangeExtractor: useCallback((range: Range) => withRow(range, activeRow), [activeRow]),
    overscan: 4,
    scrollMargin,
    scrollPaddingStart: stickyHeight,
    scrollPaddingEnd: rowHeight + barHeight,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are remembered per row and must be forgotten together.
  useEffect(() => virtualizer.measure(), [rowHeight]);
  return virtualizer;
}

function withRow(range: Range, row: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (row >= range.count || drawn.includes(row)) return drawn;
  return [...drawn, row].sort((a, b) => a - b);
}
