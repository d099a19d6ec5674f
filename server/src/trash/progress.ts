import type { Change } from '../contract/index.ts';

/** How often one change is told of while it goes on. Milliseconds. */
const EVERY_MS = 250;

/** Tells how changes go on: at once, then no more than four times a second each; the last word is never left out. */
export function createProgress() {
  const listeners = new Set<(change: Change) => void>();
  const waiting = new Map<string, { latest: Change | null; timer: NodeJS.Timeout }>();

  function send(change: Change): void {
    for (const listener of listeners) listener(change);
  }

  function openGate(id: string): void {
    const latest = waiting.get(id)?.latest ?? null;
    waiting.delete(id);
    if (latest) tell(latest);
  }

  function tell(change: Change): void {
    const gate = waiting.get(change.id);
    if (gate) {
      gate.latest = change;
      return;
    }
    const timer = setTimeout(() => openGate(change.id), EVERY_MS).unref();
    waiting.set(change.id, { latest: null, timer });
    send(change);
  }

  return {
    tell,
    /** @returns ends the listening */
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop(): void {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
