import type { Moment } from '@matinee/server/contract';
import { toLinkSeconds } from '../../lib/clock-time.ts';

/** What the session's address says so that it opens at a moment: its second, the lane it stands in, the words that are lit there. */
export function toMomentSearch(moment: Moment, q: string) {
  return {
    panel: moment.kind === 'chat' ? ('chat' as const) : ('transcript' as const),
    tq: q,
    ...(moment.sessionSeconds !== null && { t: toLinkSeconds(moment.sessionSeconds) }),
  };
}
