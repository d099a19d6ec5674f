import type { Session } from '@matinee/server/contract';
import { useEffect, useState } from 'react';
import type { SessionSearch } from '../search-params.ts';
import { toHoldingView, toStartSeconds } from './to-start.ts';
import { useSessionAddress } from './use-session-address.ts';

/** Where the page begins. */
export interface Beginning {
  /** What the address said when the page was opened. */
  opened: SessionSearch;
  startSeconds: number;
  /** The view that holds that second where the default one does not; null for none. */
  view: string | null;
  /** Somebody has chosen a view: that of the beginning counts no more. */
  forget: () => void;
}

/** Where an address leads; a view that had to be found for its second is written into it. */
export function useBeginning(session: Session, search: SessionSearch): Beginning {
  const [opened] = useState(search);
  const [startSeconds] = useState(() => toStartSeconds(session, opened));
  const [view, setView] = useState(() => toHoldingView(session, opened));
  const change = useSessionAddress();
  useEffect(() => {
    if (view) change({ view });
  }, [view, change]);
  return { opened, startSeconds, view, forget: () => setView(null) };
}
