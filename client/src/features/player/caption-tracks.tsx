import { useEffect, useState } from 'react';
import { type CuePlacer, createCuePlacer } from './place-cues.ts';
import type { CaptionSource } from './player-source.ts';

/**
 * The texts that can be laid over the picture, each moved to where the picture's file begins. A text that runs over several files stays the
 * same track: a browser begins no file before the texts over it are read, and would read it anew for each.
 */
export function CaptionTracks({ captions }: { captions: readonly CaptionSource[] }) {
  return captions.map((caption) => <CaptionTrack key={caption.src} {...caption} />);
}

function CaptionTrack({ src, label, shiftSeconds }: CaptionSource) {
  const [element, setElement] = useState<HTMLTrackElement | null>(null);
  const [placer, setPlacer] = useState<CuePlacer | null>(null);
  useEffect(() => {
    if (element === null) return;
    const begin = () => setPlacer(createCuePlacer(element.track));
    // The browser reads the text when it is first shown, and tells so only then.
    element.addEventListener('load', begin);
    return () => element.removeEventListener('load', begin);
  }, [element]);
  useEffect(() => placer?.place(shiftSeconds), [placer, shiftSeconds]);
  return <track ref={setElement} kind="captions" src={src} label={label} />;
}
