import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Deck } from './deck.ts';
import { diagnose, type MediaTrouble } from './media-trouble.ts';
import { probeContent } from './probe-content.ts';

interface TroubleOptions {
  src: string;
  deck: Deck | null;
  /** Told when our server refused the file: what the page knows of it may be out of date. */
  onRefused: () => void;
}

/**
 * Why the element plays nothing, and the way to try again. Bytes that stopped coming although the file can be had are reopened
 * once without a word (Zoom's links expire); playing on earns the next silent attempt.
 */
export function useTrouble(
  media: HTMLVideoElement | null,
  { src, deck, onRefused }: TroubleOptions,
): { trouble: MediaTrouble | null; retry: () => void } {
  const [trouble, setTrouble] = useState<MediaTrouble | null>(null);
  const canReopen = useRef(true);
  const onError = useEffectEvent(async (failed: string, signal: AbortSignal) => {
    const code = media?.error?.code ?? 0;
    const found = diagnose(code, await probeContent(failed, signal));
    if (signal.aborted) return;
    if (found.kind === 'broken' && canReopen.current) {
      canReopen.current = false;
      deck?.reload();
      return;
    }
    setTrouble(found);
    if (found.kind === 'refused') onRefused();
  });
  useEffect(() => {
    if (media === null) return;
    const gone = new AbortController();
    const { signal } = gone;
    // Another file begins without the troubles of the last one.
    setTrouble(null);
    canReopen.current = true;
    media.addEventListener('error', () => void onError(src, signal), { signal });
    media.addEventListener('playing', () => (canReopen.current = true), { signal });
    return () => gone.abort();
  }, [media, src]);
  const retry = () => {
    setTrouble(null);
    deck?.reload();
  };
  return { trouble, retry };
}
