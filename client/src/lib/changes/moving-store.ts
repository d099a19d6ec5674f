import { useSyncExternalStore } from 'react';
import type { Moving } from './moving.ts';

const listeners = new Set<() => void>();
let current: readonly Moving[] = [];
const ownIds = new Set<string>();

/** What this page is moving now. There is one page, so there is one store; lists and the desk of changes both look at it. */
export const movingStore = {
  read: (): readonly Moving[] => current,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Whether this page has moved that session: its coming back is no news to whoever sits before it. */
  isOwn: (sessionId: string): boolean => ownIds.has(sessionId),
  /** Begins a move; the returned function ends it. */
  begin(moving: Moving): () => void {
    for (const { sessionId } of moving.targets) ownIds.add(sessionId);
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
