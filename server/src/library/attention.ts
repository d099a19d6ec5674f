import { pauseAfterFailureMs } from './freshness.ts';

/** Who looked so lately may still be looking: a failed window is tried again for them. */
const STILL_LOOKING_MS = 5 * 60_000;

interface Entry {
  lookedMs: number;
  failures: number;
  notBeforeMs: number;
  retry: NodeJS.Timeout | undefined;
}

/**
 * Remembers, for this run, who was looked at and who failed. A window that failed is left alone for a while, longer
 * each time, and tried again by itself as long as somebody may still be looking at it.
 */
export function createAttention(now: () => number) {
  const entries = new Map<string, Entry>();

  function entryOf(id: string): Entry {
    const known = entries.get(id);
    if (known) return known;
    const entry: Entry = { lookedMs: 0, failures: 0, notBeforeMs: 0, retry: undefined };
    entries.set(id, entry);
    return entry;
  }

  return {
    look(id: string): void {
      entryOf(id).lookedMs = now();
    },
    isPaused: (id: string): boolean => entryOf(id).notBeforeMs > now(),
    succeed(id: string): void {
      const entry = entryOf(id);
      clearTimeout(entry.retry);
      entry.failures = 0;
      entry.notBeforeMs = 0;
    },
    fail(id: string, tryAgain: () => void): void {
      const entry = entryOf(id);
      entry.failures += 1;
      const pauseMs = pauseAfterFailureMs(entry.failures);
      entry.notBeforeMs = now() + pauseMs;
      clearTimeout(entry.retry);
      entry.retry = setTimeout(() => {
        if (now() - entry.lookedMs < STILL_LOOKING_MS) tryAgain();
      }, pauseMs).unref();
    },
    forget(): void {
      for (const entry of entries.values()) clearTimeout(entry.retry);
    },
  };
}
