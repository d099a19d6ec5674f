import { useDebouncedCallback } from '@mantine/hooks';
import type { Session } from '@matinee/server/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { defaultPanel, type PanelName, toMomentLink, toPanel } from './panel-address.ts';
import { useSessionAddress } from './use-session-address.ts';

const route = getRouteApi('/s/$sessionId');

/** A person has stopped typing after this long; browsers take only so many changes of the address. */
const typingMs = 300;

/** Keeps the address telling which panel is shown and what is searched in it. */
export function usePanelAddress(session: Session) {
  const search = route.useSearch();
  const change = useSessionAddress();
  const applied = search.tq ?? '';
  const [typed, setTyped] = useState({ text: applied, applied });
  // The address may change without typing: a link, Back.
  if (typed.applied !== applied) {
    setTyped({ text: typed.text.trim() === applied ? typed.text : applied, applied });
  }
  const writeSoon = useDebouncedCallback(
    (text: string) => change({ tq: text.trim() || undefined }),
    typingMs,
  );
  const panel = toPanel(search.panel, session);
  const isCaptions = search.panel === 'captions';
  const onPanel = (next: PanelName) => change({ panel: next === defaultPanel(session) ? undefined : next });
  return {
    panel,
    onPanel,
    /** Whether the address asks for the captions in the transcript's panel. */
    isCaptions,
    onCaptions: (isWanted: boolean) => (isWanted ? change({ panel: 'captions' }) : onPanel('transcript')),
    query: typed.text,
    onQuery: (text: string) => {
      setTyped({ text, applied });
      writeSoon(text);
    },
    toLink: (seconds: number) =>
      toMomentLink(window.location.href, { seconds, panel: isCaptions ? 'captions' : panel }),
  };
}
