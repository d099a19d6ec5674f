import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import type { SessionLine } from './session-line.ts';

/** More rows than this are drawn only near where the reader is; fewer are all there, for a browser's own search. */
const drawnWholeRows = 1000;
const estimatedHeight = 48;

interface LineWindowOptions {
  rows: readonly SessionLine[];
  scroller: RefObject<HTMLElement | null>;
  /** Drawn wherever the reader has scrolled, so that the focus never falls to the body. */
  keptRow: number;
}

/** One row that is to be drawn. `top` in pixels where the place has to be said, else null. */
export interface DrawnRow {
  row: number;
  top: number | null;
}

/** Which rows of a list that scrolls by itself are drawn, and the way to bring one into sight. */
export function useLineWindow({ rows: lines, scroller, keptRow }: LineWindowOptions) {
  const count = lines.length;
  const isVirtual = count > drawnWholeRows;
  const virtualizer = useVirtualizer({
    count: isVirtual ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey: useCallback((row: number) => lines[row]?.key ?? row, [lines]),
    rangeExtractor: useCallback((range: Range) => withRow(range, keptRow), [keptRow]),
    overscan: 10,
  });
  const rows: DrawnRow[] = isVirtual
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ row: index, top: start }))
    : Array.from({ length: count }, (_, row) => ({ row, top: null }));
  return {
    rows,
    height: isVirtual ? virtualizer.getTotalSize() : null,
    measure: isVirtual ? virtualizer.measureElement : undefined,
    /** No further than it takes to have the whole row in sight. */
    reveal: (row: number) => {
      if (isVirtual) virtualizer.scrollToIndex(row, { align: 'auto' });
      else findRow(scroller.current, row)?.scrollIntoView?.({ block: 'nearest' });
    },
    /** To the middle, so that what comes before and after can be read too. */
    scrollTo: (row: number) => {
      if (isVirtual) virtualizer.scrollToIndex(row, { align: 'center' });
      else if (scroller.current) scrollToMiddle(scroller.current, row);
    },
  };
}

function findRow(scroller: HTMLElement | null, row: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-index="${row}"]`) ?? null;
}

function scrollToMiddle(scroller: HTMLElement, row: number): void {
  const element = findRow(scroller, row);
  if (!element) return;
  const middle = element.offsetTop - (scroller.clientHeight - element.offsetHeight) / 2;
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  // The list alone scrolls, never the page under the reader.
  scroller.scrollTo?.({ top: middle, behavior: isStill ? 'auto' : 'smooth' });
}

function withRow(range: Range, row: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (row < 0 || row >= range.count || drawn.includes(row)) return drawn;
  return [...drawn, row].sort((a, b) => a - b);
}
