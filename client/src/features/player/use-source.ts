import { useEffect, useState } from 'react';
import { findStorage, readPreferences } from './preferences.ts';
import { createSourceSwitch, type SourceSwitch } from './source-switch.ts';

/** Feeds the element: the first `src` from `startSeconds` on, every later one from where the viewer is. `null` until there is an element. */
export function useSource(
  media: HTMLVideoElement | null,
  source: { src: string; startSeconds: number },
): SourceSwitch | null {
  const [sourceSwitch, setSourceSwitch] = useState<SourceSwitch | null>(null);
  // Where the first file began is a fact of the first moment; the address changes its `t` while it plays.
  const [firstSeconds] = useState(source.startSeconds);
  useEffect(() => {
    if (media === null) return;
    const { rate } = readPreferences(findStorage());
    const made = createSourceSwitch(media, { timeSeconds: firstSeconds, rate });
    setSourceSwitch(made);
    return made.dispose;
  }, [media, firstSeconds]);
  useEffect(() => sourceSwitch?.switchTo(source.src), [sourceSwitch, source.src]);
  return sourceSwitch;
}
