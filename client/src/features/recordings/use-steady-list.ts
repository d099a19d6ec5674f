import type { Session } from '@matinee/server/contract';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { movingStore } from '../../lib/changes/moving-store.ts';
import type { SessionListState } from '../../lib/use-session-list.ts';
import { holdNewRows } from './steady-rows.ts';

interface SteadyList {
  /** The list without the rows that wait. */
  list: SessionListState;
  /** Put this around the rows: what the pointer or the focus is in must not move. */
  region: RefObject<HTMLDivElement | null>;
  /** How many rows wait to be shown. */
  newCount: number;
  onShowNew: () => void;
}

/** Keeps rows where they are while somebody points at them, is among them, or has scrolled: new ones wait to be called. */
export function useSteadyList(list: SessionListState, key: string): SteadyList {
  const region = useRef<HTMLDivElement>(null);
  const isPointedAt = useIsPointedAt(region);
  const [shown, setShown] = useState<{ key: string; rows: readonly Session[] } | null>(null);
  const { sessions: fresh, isStale, isLoading } = list;

  useLayoutEffect(() => {
    if (isStale || isLoading) return;
    const isHeld = isPointedAt.current || window.scrollY > 0 || hasFocus(region.current);
    setShown((before) => {
      const isSame = before?.key === key && isHeld;
      return { key, rows: isSame ? holdNewRows(before.rows, fresh, movingStore.isOwn).rows : fresh };
    });
  }, [fresh, key, isStale, isLoading, isPointedAt]);

  const known = shown?.key === key && !isStale ? shown.rows : fresh;
  // Once more: between an answer and the effect, `known` is the list before it.
  const { rows, held } = useMemo(() => holdNewRows(known, fresh, movingStore.isOwn), [known, fresh]);
  const { totals } = list;
  return {
    list: {
      ...list,
      sessions: rows,
      totals: totals && { ...totals, sessions: Math.max(rows.length, totals.sessions - held) },
    },
    region,
    newCount: held,
    onShowNew() {
      setShown({ key, rows: fresh });
      window.scrollTo({ top: 0 });
      focusFirstRow(region.current);
    },
  };
}

/** A ref, not state: nothing is drawn by it. */
function useIsPointedAt(region: RefObject<HTMLElement | null>): RefObject<boolean> {
  const isPointedAt = useRef(false);
  useLayoutEffect(() => {
    const element = region.current;
    const enter = (): void => {
      isPointedAt.current = true;
    };
    const leave = (): void => {
      isPointedAt.current = false;
    };
    element?.addEventListener('pointerenter', enter);
    element?.addEventListener('pointerleave', leave);
    return () => {
      element?.removeEventListener('pointerenter', enter);
      element?.removeEventListener('pointerleave', leave);
    };
  }, [region]);
  return isPointedAt;
}

function hasFocus(region: HTMLElement | null): boolean {
  return region?.contains(document.activeElement) ?? false;
}

/** So many frames until a scrolled list has drawn its first row; it takes two. */
const patientFrames = 30;

/** The button that called the rows goes away; the first of them takes its focus. */
function focusFirstRow(region: HTMLElement | null, frames = patientFrames): void {
  requestAnimationFrame(() => {
    const row = region?.querySelector<HTMLElement>('[data-row="0"]');
    if (row) row.focus({ preventScroll: true });
    else if (frames > 0) focusFirstRow(region, frames - 1);
  });
}
