import type { Session } from '@matinee/server/contract';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import { toStartSeconds } from './to-start.ts';
import type { Beginning } from './use-beginning.ts';

interface SteadyPlaceOptions {
  session: Session;
  /** Second 0 of the session's clock, ms since the epoch. */
  originMs: number | null;
  clock: SessionClock;
  beginning: Beginning;
  /** Where somebody left off and was brought to; null for nowhere. */
  resumedSeconds: number | null;
}

/**
 * Lists know nothing of the participants' sound (zoom-api.md 2.6). Where it begins before everything else, second 0 moves when the whole session
 * is there: who has not moved yet is brought to the second they came for, who has stays at the picture they see.
 */
export function useSteadyPlace({ originMs, ...options }: SteadyPlaceOptions): void {
  const before = useRef(originMs);
  const bring = useEffectEvent((movedBySeconds: number) => {
    const { session, clock, beginning, resumedSeconds } = options;
    const { sessionSeconds, isPlaying } = clock.getSnapshot();
    const came = resumedSeconds ?? beginning.startSeconds;
    const isThere = [came, came + movedBySeconds].some((seconds) => isSame(seconds, sessionSeconds));
    if (isThere && !isPlaying) clock.seek(resumedSeconds ?? toStartSeconds(session, beginning.opened));
  });
  useEffect(() => {
    if (before.current !== null && originMs !== null && before.current !== originMs) {
      bring((before.current - originMs) / 1000);
    }
    before.current = originMs;
  }, [originMs]);
}

/** Browsers round the second they are sent to. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.05;
}
