import { useEffect } from 'react';
import { findStorage, keepPreferences, readPreferences } from '../../lib/player-preferences.ts';
import type { Sound } from '../../lib/sound.ts';
import { isShowingTrack, showTrack } from './text-tracks.ts';

/** Gives the element the captions of last time, and keeps what the viewer changes of them and of the speed. The speed is given by the deck. */
export function usePreferences(media: HTMLVideoElement | null): void {
  useEffect(() => {
    if (media === null) return;
    const storage = findStorage();
    const showWished = () => showTrack(media, readPreferences(storage).hasCaptions ? 0 : -1);
    showWished();
    const keepRate = () => keepPreferences(storage, { rate: media.playbackRate });
    const keepCaptions = () => {
      // The controls switch captions off when they are taken away, and a file may have none: nobody wished that.
      if (media.isConnected && media.textTracks.length !== 0) {
        keepPreferences(storage, { hasCaptions: isShowingTrack(media) });
      }
    };
    media.addEventListener('ratechange', keepRate);
    media.textTracks.addEventListener('change', keepCaptions);
    media.textTracks.addEventListener('addtrack', showWished);
    return () => {
      media.removeEventListener('ratechange', keepRate);
      media.textTracks.removeEventListener('change', keepCaptions);
      media.textTracks.removeEventListener('addtrack', showWished);
    };
  }, [media]);
}

/** The element is as loud as the page's sound says, and silent while others sound in its place. */
export function useElementSound(media: HTMLVideoElement | null, sound: Sound): void {
  useEffect(() => {
    if (media === null) return;
    const apply = () => {
      const { volume, isMuted, isHandedOver } = sound.getSnapshot();
      media.volume = volume;
      media.muted = isMuted || isHandedOver;
    };
    apply();
    return sound.subscribe(apply);
  }, [media, sound]);
}
