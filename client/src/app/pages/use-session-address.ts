import type { Session } from '@matinee/server/contract';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlaybackPlace } from '../../features/player/player-source.ts';
import { toViewParam } from '../../features/session/stage.ts';
import { createTimeWriter } from '../../features/session/time-writer.ts';
import type { View } from '../../features/session/views.ts';

/**
 * Keeps the address telling what is on the page, `?view=…&t=…`, so that a copied link opens the same view at the same second.
 * It replaces the history entry: Back leads to where one came from, not through every second.
 */
export function useSessionAddress(session: Session) {
  const navigate = useNavigate({ from: '/s/$sessionId' });
  const isHere = useRef(true);
  const [writer] = useState(() =>
    createTimeWriter({
      now: Date.now,
      write: (seconds) =>
        void navigate({
          search: (search) => ({ ...search, t: seconds === 0 ? undefined : seconds }),
          replace: true,
          resetScroll: false,
        }),
    }),
  );
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const pickView = useCallback(
    (view: View) =>
      void navigate({
        search: (search) => ({ ...search, view: toViewParam(session, view) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, session],
  );
  const writePlace = useCallback(
    ({ seconds, isSettled }: PlaybackPlace) => {
      // The last word of a player that is being taken away would lead back to this page.
      if (isHere.current) isSettled ? writer.settle(seconds) : writer.pass(seconds);
    },
    [writer],
  );
  return { pickView, writePlace };
}
