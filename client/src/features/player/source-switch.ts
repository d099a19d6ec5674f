import type { PlayerPreferences } from './preferences.ts';

interface Place {
  timeSeconds: number;
  rate: number;
  isPlaying: boolean;
}

/** Moves one media element from file to file without the viewer losing their place. */
export interface SourceSwitch {
  /** Plays `src` from where the element is now, at the same speed; goes on playing if it was. */
  switchTo(src: string): void;
  /** Loads the same file again from where it is now, for when its link has died. */
  reload(): void;
  /** Forgets a switch that has not come to its end. */
  dispose(): void;
}

/**
 * Setting `src` throws away position, speed and the paused state (HTML, media element load algorithm), so they are remembered
 * and given back when the new file's length is known. A second switch before that keeps what the first one remembered.
 * Volume, mute and text tracks belong to the element and survive by themselves.
 * @param start where the very first file begins, and at which speed; it is not started.
 */
export function createSourceSwitch(
  media: HTMLMediaElement,
  start: { timeSeconds: number } & Pick<PlayerPreferences, 'rate'>,
): SourceSwitch {
  let pending: Place | null = { ...start, isPlaying: false };
  const settle = () => {
    if (pending === null) return;
    const place = pending;
    pending = null;
    restore(media, place);
  };
  const load = (src: string) => {
    pending = pending ? { ...pending, isPlaying: pending.isPlaying || !media.paused } : readPlace(media);
    // So that loading does not pass through speed 1, which would be kept as the viewer's wish.
    media.defaultPlaybackRate = pending.rate;
    media.src = src;
    media.load();
  };
  media.addEventListener('loadedmetadata', settle);
  return {
    switchTo: load,
    reload: () => load(media.src),
    dispose: () => media.removeEventListener('loadedmetadata', settle),
  };
}

function readPlace(media: HTMLMediaElement): Place {
  return {
    timeSeconds: media.currentTime,
    rate: media.playbackRate,
    isPlaying: !media.paused && !media.ended,
  };
}

function restore(media: HTMLMediaElement, place: Place): void {
  media.playbackRate = place.rate;
  if (place.timeSeconds > 0) media.currentTime = clampToLength(place.timeSeconds, media.duration);
  if (!place.isPlaying) return;
  // A browser may refuse to play without a gesture; the play button then stands ready.
  media.play().catch(() => undefined);
}

/** The other file may be shorter: its last second is the nearest place. A length may be unknown (`NaN`) or endless. */
function clampToLength(timeSeconds: number, durationSeconds: number): number {
  if (!Number.isFinite(durationSeconds)) return timeSeconds;
  return Math.min(timeSeconds, Math.max(0, durationSeconds - 1));
}
