/** Clocks are looked at so often while waiting: a machine may have slept, or its clock been set. */
const LOOK_AT_CLOCK_MS = 60_000;

/** Waiting for a time of the wall clock, or for whoever rings. */
export function createAlarm(now: () => number) {
  let isRung = false;
  let wake = () => {};
  return {
    /** Resolves at that time (epoch milliseconds), some time before it, or when somebody rings; null waits for that alone. */
    async wait(untilMs: number | null): Promise<void> {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const waitMs = Math.min(Math.max((untilMs ?? 0) - now(), 0), LOOK_AT_CLOCK_MS);
          const timer = untilMs === null ? undefined : setTimeout(resolve, waitMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRung = false;
    },
    /** Ends every waiting, and the next one too when nobody waits just now. */
    ring(): void {
      isRung = true;
      wake();
    },
  };
}
