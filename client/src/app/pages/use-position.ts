import { useEffect, useEffectEvent, useState } from 'react';
import { toPositionPath } from '../../features/session/position-query.ts';
import { createPositionWriter } from '../../features/session/position-writer.ts';
import { putJson } from '../../lib/http.ts';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';

interface Left {
  sessionId: string;
  clock: SessionClock;
  durationSeconds: number;
  /** The view's name; null for the default one. */
  view: string | null;
}

/** Whoever rests somewhere this long has left off there, until they go on. */
const restMs = 1000;

/** Keeps telling the server where somebody is, so that they can go on there another time, in whichever browser. */
export function usePosition({ sessionId, clock, durationSeconds, view }: Left): void {
  const getDuration = useEffectEvent(() => durationSeconds);
  const getView = useEffectEvent(() => view);
  const [path] = useState(() => toPositionPath(sessionId));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const writer = createPositionWriter({
      now: Date.now,
      durationSeconds: () => getDuration(),
      // A place that is not kept is no reason to disturb anybody.
      write: (position) => void putJson(path, position).catch(() => undefined),
    });
    const note = () => {
      const { sessionSeconds, isPlaying } = clock.getSnapshot();
      writer.note({ seconds: sessionSeconds, view: getView(), isPlaying });
      clearTimeout(timer);
      if (!isPlaying) timer = setTimeout(writer.flush, restMs);
    };
    note();
    const stop = clock.subscribe(note);
    window.addEventListener('pagehide', writer.flush);
    return () => {
      clearTimeout(timer);
      stop();
      writer.flush();
      window.removeEventListener('pagehide', writer.flush);
    };
  }, [clock, path]);
}
