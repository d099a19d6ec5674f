import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { createTimeWriter } from '../../features/session/time-writer.ts';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import type { SessionSearch } from '../search-params.ts';

/** Changes what the address of the session's page says. It replaces the history entry: Back leads to where one came from. */
export function useSessionAddress(): (change: Partial<SessionSearch>) => void {
  const navigate = useNavigate({ from: '/s/$sessionId' });
  return useCallback(
    (change) =>
      void navigate({
        search: (search) => ({ ...search, ...change }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
}

/** Whoever drags the place along while it is paused is followed when they rest: browsers count changes of the address. */
const restMs = 250;

/** Keeps `?t=…` telling the second of the session's clock, so that a copied link opens at the same second. */
export function useTimeInAddress(clock: SessionClock): void {
  const change = useSessionAddress();
  const [writer] = useState(() =>
    createTimeWriter({
      now: Date.now,
      write: (seconds) => change({ t: seconds === 0 ? undefined : seconds, of: undefined }),
      startSeconds: clock.getSnapshot().sessionSeconds,
    }),
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = clock.subscribe(() => {
      clearTimeout(timer);
      const { isPlaying, sessionSeconds } = clock.getSnapshot();
      if (isPlaying) writer.pass(sessionSeconds);
      else timer = setTimeout(() => writer.settle(clock.getSnapshot().sessionSeconds), restMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [clock, writer]);
}
