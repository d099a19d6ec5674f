import { useSyncExternalStore } from 'react';
import type { Moving } from './moving.ts';

/** A move that was begun on this page, and when. */
export interface BegunMoving extends Moving {
  begunAt: string;
}

const listeners = new Set<() => void>();
let current: readonly BegunMoving[] = [];
const ownIds = new Set<string>();

/** What this page is moving now. There is one page, so there is one store; lists and the desk of changes both look at it. */
export const movingStore = {
  read: (): readonly BegunMoving[] => current,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Whether this page has moved that session: its coming back is no news to whoever sits before it. */
  isOwn: (sessionId: string): boolean => ownIds.has(sessionId),
  /** Begins a move; the returned function ends it. */
  begin(moving: Moving): () => void {
    const begun = { ...moving, begunAt: new Date().toISOString() };
    for (const { sessionId } of moving.targets) ownIds.add(sessionId);
    set([...current, begun]);
    return () => set(current.filter((other) => other !== begun));
  },
};

/** What is moving, and again whenever that changes. */
export function useMoving(): readonly BegunMoving[] {
  return useSyncExternalStore(movingStore.subscribe, movingStore.read);
}

function set(next: readonly BegunMoving[]): void {
  current = next;
  for (const listener of listeners) listener();
}
