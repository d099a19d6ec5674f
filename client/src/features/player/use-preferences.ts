import { useEffect } from 'react';
import { findStorage, keepPreferences, type PlayerPreferences, readPreferences } from './preferences.ts';
import { isShowingTrack, showTrack } from './text-tracks.ts';

/** Gives the element the volume and captions of last time, and keeps what the viewer changes. The speed is given by the source switch. */
export function usePreferences(media: HTMLVideoElement | null): void {
  useEffect(() => {
    if (media === null) return;
    const storage = findStorage();
    applyPreferences(media, readPreferences(storage));
    const keepSound = () => keepPreferences(storage, { volume: media.volume, isMuted: media.muted });
    const keepRate = () => keepPreferences(storage, { rate: media.playbackRate });
    const keepCaptions = () => {
      // The controls switch captions off when they are taken away, which nobody wished.
      if (media.isConnected) keepPreferences(storage, { hasCaptions: isShowingTrack(media) });
    };
    const showNewTrack = () => showTrack(media, readPreferences(storage).hasCaptions ? 0 : -1);
    media.addEventListener('volumechange', keepSound);
    media.addEventListener('ratechange', keepRate);
    media.textTracks.addEventListener('change', keepCaptions);
    media.textTracks.addEventListener('addtrack', showNewTrack);
    return () => {
      media.removeEventListener('volumechange', keepSound);
      media.removeEventListener('ratechange', keepRate);
      media.textTracks.removeEventListener('change', keepCaptions);
      media.textTracks.removeEventListener('addtrack', showNewTrack);
    };
  }, [media]);
}

function applyPreferences(media: HTMLVideoElement, preferences: PlayerPreferences): void {
  media.volume = preferences.volume;
  media.muted = preferences.isMuted;
  showTrack(media, preferences.hasCaptions ? 0 : -1);
}
