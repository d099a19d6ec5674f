import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { areSingleKeysOn } from '../../lib/single-keys.ts';
import type { SessionLine } from './session-line.ts';
import type { LineSearch } from './use-line-search.ts';

interface LineFocusOptions {
  scroller: RefObject<HTMLElement | null>;
  rows: readonly SessionLine[];
  /** Where Tab comes in: the match that is looked at, else where playback is. */
  firstRow: number;
  search: LineSearch;
}

const pageRows = 10;

/** One stop for Tab in the whole list; arrows go from line to line, n and N from match to match (ui.md U7). */
export function useLineFocus({ scroller, rows, firstRow, search }: LineFocusOptions) {
  const [focused, setFocused] = useState<number | null>(null);
  const isMoving = useRef(false);
  const last = rows.length - 1;
  const row = Math.min(Math.max(0, focused ?? firstRow), last);
  useEffect(() => {
    if (!isMoving.current || focused === null) return;
    isMoving.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${focused}"] [data-line]`)?.focus();
  }, [focused, scroller]);

  function moveTo(next: number): void {
    isMoving.current = next !== focused;
    setFocused(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || rows.length === 0) return;
    const by = search.count > 0 && areSingleKeysOn() ? stepOf(event.key) : null;
    const next = by === null ? nextRow(event.key, row, last) : search.step(by);
    if (next === null) return;
    event.preventDefault();
    moveTo(next);
  }

  return {
    row,
    onRow: setFocused,
    onKeyDown,
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
    },
  };
}

function nextRow(key: string, row: number, last: number): number | null {
  const moves: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + pageRows,
    PageUp: row - pageRows,
    Home: 0,
    End: last,
  };
  const next = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return next === undefined ? null : Math.min(Math.max(0, next), last);
}

function stepOf(key: string): 1 | -1 | null {
  if (key === 'n') return 1;
  return key === 'N' ? -1 : null;
}
