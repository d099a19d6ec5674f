import { useSyncExternalStore } from 'react';
import type { ClockState, SessionClock } from './session-clock.ts';

/**
 * What `select` takes from the clock; drawn again only when that changes (a line's index changes seldom, the second often).
 * `select` must give a plain value: what is made anew each time would draw for ever.
 */
export function useClock<T extends string | number | boolean | null>(
  clock: SessionClock,
  select: (state: ClockState) => T,
): T {
  return useSyncExternalStore(clock.subscribe, () => select(clock.getSnapshot()));
}
