import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { TreeModel } from './tree-model.ts';

interface ActiveRowState {
  row: number;
  /** Rows that must be drawn wherever the reader has scrolled: the active one, and the one the focus comes from. */
  keptRows: readonly number[];
  /** Makes a row the active one and focuses it once it is drawn. */
  focusRow: (row: number) => void;
  /** To be given to the tree. */
  handlers: { onFocus: (event: FocusEvent) => void; onBlur: (event: FocusEvent) => void };
}

interface ActiveRowOptions {
  model: TreeModel;
  container: RefObject<HTMLElement | null>;
  /** The key that was active when the reader left, if they come back. */
  initialKey: string | null;
  onActiveKey: (key: string) => void;
}

/**
 * The roving tab stop: one row is active, by key, so that rows arriving above it do not move it. When the active
 * row goes away while it has the focus, its neighbour takes both.
 */
export function useActiveRow({
  model,
  container,
  initialKey,
  onActiveKey,
}: ActiveRowOptions): ActiveRowState {
  const [active, setActive] = useState({ key: initialKey, row: 0, leftKey: initialKey });
  const wantsFocus = useRef(false);
  const focusedKey = useRef<string | null>(null);

  const found = active.key === null ? undefined : model.find(active.key);
  const row = found ?? Math.max(0, Math.min(active.row, model.rowCount - 1));

  function activate(next: number): void {
    const key = model.at(next)?.key;
    if (key === undefined) return;
    setActive((before) => ({ key, row: next, leftKey: before.key === key ? before.leftKey : before.key }));
    onActiveKey(key);
  }

  useLayoutEffect(() => {
    const isLost = focusedKey.current !== null && model.find(focusedKey.current) === undefined;
    if (!wantsFocus.current && !isLost) return;
    const element = container.current?.querySelector<HTMLElement>(`[data-row="${row}"]`);
    if (!element) return;
    wantsFocus.current = false;
    element.focus({ preventScroll: true });
  });

  useHeadingInstead(container);

  function handleFocus(event: FocusEvent): void {
    const element = event.target.closest<HTMLElement>('[data-row]');
    if (!element) return;
    focusedKey.current = element.dataset.key ?? null;
    if (element.dataset.key !== active.key) activate(Number(element.dataset.row));
  }

  function handleBlur(): void {
    // A row that is taken away blurs too; the effect above, which runs before this microtask, must still know it.
    queueMicrotask(() => {
      if (!container.current?.contains(document.activeElement)) focusedKey.current = null;
    });
  }

  function focusRow(next: number): void {
    wantsFocus.current = true;
    activate(next);
  }

  // Taken away before the focus has gone on, it would drop the focus on the page's body, if only for a moment.
  const left = active.leftKey === null ? undefined : model.find(active.leftKey);
  return {
    row,
    keptRows: left === undefined ? [row] : [row, left],
    focusRow,
    handlers: { onFocus: handleFocus, onBlur: handleBlur },
  };
}

/** The whole list may go away under the focus, for a month that is empty or failed: the page's heading says where one is. */
function useHeadingInstead(container: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const tree = container.current?.closest('[role="treegrid"]');
    return () => {
      if (!tree?.contains(document.activeElement)) return;
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    };
  }, [container]);
}
