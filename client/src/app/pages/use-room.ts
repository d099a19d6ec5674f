import type { Session } from '@matinee/server/contract';
import { useMemo, useState } from 'react';
import { findStorage } from '../../lib/player-preferences.ts';
import { createSessionClock } from '../../lib/session-clock/session-clock.ts';
import { toTimeline } from '../../lib/session-clock/timeline.ts';
import { createSound } from '../../lib/sound.ts';

/** Times are told in whole seconds: a length that differs by less is the one that Zoom told. */
const sameLengthSeconds = 1;

/** What everything in a session's room shares: the clock, its scale, and the sound. The clock stands at `startSeconds` at first. */
export function useRoom(session: Session, startSeconds: number) {
  const [clock] = useState(() => createSessionClock(startSeconds));
  const [sound] = useState(() => createSound(findStorage()));
  const [lengths, setLengths] = useState<ReadonlyMap<string, number>>(new Map());
  const timeline = useMemo(() => toTimeline(session, lengths), [session, lengths]);
  /** A file turned out to be that long: gaps and the end of the session move. */
  const learnLength = (fileId: string, seconds: number) => {
    const { startSeconds: start, endSeconds } = timeline.spanOf(fileId);
    const isNews = endSeconds === null || Math.abs(endSeconds - start - seconds) > sameLengthSeconds;
    if (isNews) setLengths((known) => new Map(known).set(fileId, seconds));
  };
  return { clock, sound, timeline, learnLength };
}

/** What `useRoom` gives. */
export type Room = ReturnType<typeof useRoom>;
