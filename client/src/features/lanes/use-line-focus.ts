import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { areSingleKeysOn } from '../../lib/single-keys.ts';
import { findLineKey } from './line-keys.ts';
import type { SessionLine } from './session-line.ts';
import type { LineSearch } from './use-line-search.ts';

interface LineFocusOptions {
  scroller: RefObject<HTMLElement | null>;
  rows: readonly SessionLine[];
  /** Where Tab comes in: the match that is looked at, else where playback is. */
  firstRow: number;
  search: LineSearch;
}

/** One stop for Tab in the whole list; arrows go from line to line, n and N from match to match (ui.md U7). */
export function useLineFocus({ scroller, rows, firstRow, search }: LineFocusOptions) {
  const [focused, setFocused] = useState<number | null>(null);
  const isMoving = useRef(false);
  const [moved, setMoved] = useState<{ row: number } | null>(null);
  const last = rows.length - 1;
  const row = Math.min(Math.max(0, focused ?? firstRow), last);
  useEffect(() => {
    if (!isMoving.current || focused === null) return;
    isMoving.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-index="${focused}"] [data-line]`)
      ?.focus({ preventScroll: true });
    // Only the list knows where a line lies that has just been drawn.
    setMoved({ row: focused });
  }, [focused, scroller]);

  function moveTo(next: number): void {
    isMoving.current = next !== focused;
    setFocused(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || rows.length === 0) return;
    const { move, step } = findLineKey(event.key) ?? {};
    const canStep = step !== undefined && search.count > 0 && areSingleKeysOn();
    const next = canStep ? search.step(step) : hold(move?.(row, last), last);
    if (next === null) return;
    event.preventDefault();
    moveTo(next);
  }

  return {
    row,
    /** The row that a key led to, another object for each time. */
    moved,
    onRow: setFocused,
    onKeyDown,
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
    },
  };
}

/** Within the list; null where a key goes nowhere. */
function hold(row: number | undefined, last: number): number | null {
  return row === undefined ? null : Math.min(Math.max(0, row), last);
}
