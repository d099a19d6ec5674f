import type { Position, Session } from '@matinee/server/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import type { SessionSearch } from '../search-params.ts';
import { type Resumed, toResumed } from './to-start.ts';
import { useSessionAddress } from './use-session-address.ts';

interface ResumeOptions {
  session: Session;
  /** Where somebody left off; undefined while that is not known. */
  position: Position | undefined;
  /** What the address said when the page was opened. */
  search: SessionSearch;
  clock: SessionClock;
}

/** Goes on where somebody left off, as soon as that is known, unless they have moved on meanwhile. `forget`: that is over. */
export function useResume(options: ResumeOptions): { resumed: Resumed | null; forget: () => void } {
  const { session, position, search, clock } = options;
  const change = useSessionAddress();
  const [startedAt] = useState(() => clock.getSnapshot().sessionSeconds);
  const [resumed, setResumed] = useState<Resumed | null>(null);
  const goOn = useEffectEvent((known: Position) => {
    const { sessionSeconds, isPlaying } = clock.getSnapshot();
    const found = toResumed({ session, position: known }, search);
    if (!found || isPlaying || sessionSeconds !== startedAt) return;
    setResumed(found);
    if (found.view) change({ view: found.view });
  });
  useEffect(() => {
    if (position !== undefined) goOn(position);
  }, [position]);
  // Only when the view of that time is in the player: another one may not hold the second, and would jump.
  useEffect(() => {
    if (resumed) clock.seek(resumed.seconds);
  }, [resumed, clock]);
  return { resumed, forget: () => setResumed(null) };
}
