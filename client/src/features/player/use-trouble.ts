import { useCallback, useEffect, useState } from 'react';
import { diagnose, type MediaTrouble } from './media-trouble.ts';
import { probeContent } from './probe-content.ts';
import type { SourceSwitch } from './source-switch.ts';

interface TroubleOptions {
  src: string;
  sourceSwitch: SourceSwitch | null;
  /** Told when our server refused the file: what the page knows of it may be out of date. */
  onRefused: () => void;
}

/**
 * Why the element plays nothing, and the way to try again. Bytes that stopped coming although the file can be had are reopened
 * once without a word (Zoom's links expire); playing on earns the next silent attempt.
 */
export function useTrouble(media: HTMLVideoElement | null, { src, sourceSwitch, onRefused }: TroubleOptions) {
  const [trouble, setTrouble] = useState<MediaTrouble | null>(null);
  useEffect(() => {
    if (media === null || sourceSwitch === null) return;
    setTrouble(null);
    const gone = new AbortController();
    let canReopen = true;
    const onError = async () => {
      const code = media.error?.code ?? 0;
      const refusal = await probeContent(src, gone.signal);
      if (gone.signal.aborted) return;
      const found = diagnose(code, refusal);
      if (found.kind === 'broken' && canReopen) {
        canReopen = false;
        return sourceSwitch.reload();
      }
      setTrouble(found);
      if (found.kind === 'refused') onRefused();
    };
    const onGone = () => void onError();
    const onPlayed = () => {
      canReopen = true;
    };
    media.addEventListener('error', onGone);
    media.addEventListener('playing', onPlayed);
    return () => {
      gone.abort();
      media.removeEventListener('error', onGone);
      media.removeEventListener('playing', onPlayed);
    };
  }, [media, src, sourceSwitch, onRefused]);
  const retry = useCallback(() => {
    setTrouble(null);
    sourceSwitch?.reload();
  }, [sourceSwitch]);
  return { trouble, retry };
}
