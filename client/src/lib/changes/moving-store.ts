import { useSyncExternalStore } from 'react';
import type { Moving } from './moving.ts';

const listeners = new Set<() => void>();
let current: readonly Moving[] = [];

/** What this page is moving now. There is one page, so there is one store; lists and the desk of changes both look at it. */
export const movingStore = {
  read: (): readonly Moving[] => current,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Begins a move; the returned function ends it. */
  begin(moving: Moving): () => void {
    set([...current, moving]);
    return () => set(current.filter((other) => other !== moving));
  },
};

/** What is moving, and again whenever that changes. */
export function useMoving(): readonly Moving[] {
  return useSyncExternalStore(movingStore.subscribe, movingStore.read);
}

function set(next: readonly Moving[]): void {
  current = next;
  for (const listener of listeners) listener();
}
