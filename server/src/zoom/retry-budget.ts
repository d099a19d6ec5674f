const CAPACITY = 3;
const EARNED_BY_A_CALL = 0.05;
const EARNED_BY_A_SUCCESS = 1;

/**
 * What keeps retries from doubling the load on a Zoom that is down: each retry costs one, each call earns a twentieth, each
 * success a whole one. With nothing but failures, retries stay under a fifth of the calls (reliability.md U3) from the twentieth call on.
 */
export function createRetryBudget() {
  let left = CAPACITY;
  const earn = (amount: number) => {
    left = Math.min(CAPACITY, left + amount);
  };
  return {
    called: () => earn(EARNED_BY_A_CALL),
    succeeded: () => earn(EARNED_BY_A_SUCCESS),
    /** Takes one retry, if there is one left. */
    spend(): boolean {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
export type RetryBudget = ReturnType<typeof createRetryBudget>;
