import { useCallback } from 'react';
import type { CaptionSource } from './player-source.ts';

/**
 * The texts that can be laid over the picture, each moved to where the picture's file begins. Where the same text lies over another part of
 * the session it is another track: cues that were moved once would be moved again.
 */
export function CaptionTracks({ captions }: { captions: readonly CaptionSource[] }) {
  return captions.map((caption) => (
    <CaptionTrack key={`${caption.src} ${caption.shiftSeconds}`} {...caption} />
  ));
}

function CaptionTrack({ src, label, shiftSeconds }: CaptionSource) {
  const watch = useCallback(
    (element: HTMLTrackElement | null) => {
      const shift = () => element && shiftCues(element.track, shiftSeconds);
      // The browser reads the text when it is first shown, and tells so only then.
      element?.addEventListener('load', shift);
      return () => element?.removeEventListener('load', shift);
    },
    [shiftSeconds],
  );
  return <track ref={watch} kind="captions" src={src} label={label} />;
}

/** Moves every cue by so many seconds; what would end before the picture begins is taken out. */
export function shiftCues(track: Pick<TextTrack, 'cues' | 'removeCue'>, shiftSeconds: number): void {
  if (shiftSeconds === 0) return;
  for (const cue of [...(track.cues ?? [])]) {
    if (cue.endTime + shiftSeconds <= 0) {
      track.removeCue(cue);
      continue;
    }
    cue.startTime = Math.max(0, cue.startTime + shiftSeconds);
    cue.endTime += shiftSeconds;
  }
}
