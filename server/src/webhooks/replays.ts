/** Twice the time a signature is taken for: it may come from a clock ahead of ours. */
const REMEMBERED_MS = 600_000;
/** Zoom sends a few events a second at most; beyond this the oldest are forgotten, and the inbox still knows the event. */
const MAX_REMEMBERED = 100_000;

/**
 * Knows the signatures that were taken. Zoom signs each attempt anew, minutes apart, so the same signature twice is
 * somebody who recorded it.
 */
export function createReplays(now: () => number) {
  const seenMs = new Map<string, number>();

  function forgetOld(): void {
    for (const [signature, ms] of seenMs) {
      if (now() - ms < REMEMBERED_MS && seenMs.size <= MAX_REMEMBERED) return;
      seenMs.delete(signature);
    }
  }

  return {
    isReplay: (signature: string): boolean => seenMs.has(signature),
    /** Call when it was acted upon, not before: a delivery that broke here may come again as it was. */
    remember(signature: string): void {
      forgetOld();
      seenMs.set(signature, now());
    },
  };
}
