/** Requests that left a second apart may arrive closer than that: networks jitter. */
const MARGIN_MS = 40;

/** One request of the window; it counts from being taken, and for a second from being sent. */
export interface Slot {
  freeAtMs: number;
}

/**
 * Counts requests so that never more than `rate` fall into one second, wherever that second begins.
 * Times are milliseconds of any clock that only goes forward.
 */
export function createSlidingWindow(rate: number) {
  const slots = new Set<Slot>();
  const capacity = Math.max(1, Math.floor(rate));
  // A rate below one a second is one request in a longer window.
  const lengthMs = (capacity / rate) * 1000 + MARGIN_MS;

  return {
    /** Milliseconds until a slot is free; 0 now; Infinity while all are taken by requests that have not been sent. */
    waitMs(nowMs: number): number {
      for (const slot of slots) if (slot.freeAtMs <= nowMs) slots.delete(slot);
      if (slots.size < capacity) return 0;
      return Math.min(...[...slots].map((slot) => slot.freeAtMs)) - nowMs;
    },
    /** Takes a free slot. */
    take(): Slot {
      const slot = { freeAtMs: Number.POSITIVE_INFINITY };
      slots.add(slot);
      return slot;
    },
    /** The request left now. */
    markSent(slot: Slot, nowMs: number): void {
      slot.freeAtMs = nowMs + lengthMs;
    },
    /** The request never left. */
    giveBack(slot: Slot): void {
      slots.delete(slot);
    },
  };
}
export type SlidingWindow = ReturnType<typeof createSlidingWindow>;
