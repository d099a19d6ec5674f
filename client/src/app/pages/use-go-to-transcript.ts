import type { Session } from '@matinee/server/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { focusLane } from '../../features/lanes/focus-lane.ts';
import { toPanel } from './panel-address.ts';
import { useSessionAddress } from './use-session-address.ts';

const route = getRouteApi('/s/$sessionId');

/** The way to the transcript's line that is on, from wherever the focus is; its panel is shown first. */
export function useGoToTranscript(session: Session): () => void {
  const change = useSessionAddress();
  const panel = toPanel(route.useSearch().panel, session);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!isAsked || panel !== 'transcript') return;
    setAsked(false);
    focusLane();
  }, [isAsked, panel]);
  return () => {
    setAsked(true);
    if (panel !== 'transcript') change({ panel: 'transcript' });
  };
}
