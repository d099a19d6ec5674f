import type { Segment } from '../../lib/session-clock/segments.ts';

/** One of the files that a lane plays one after another. */
export interface DeckSegment extends Segment {
  src: string;
}

/** One file at a time in a media element, placed on the session's clock. */
export interface Reel {
  current(): DeckSegment | null;
  /** The session's second; null before there is any file. */
  now(): number | null;
  /** Whether a file is on its way, so that the element itself does not know the place yet. */
  isLoading(): boolean;
  rate(): number;
  /** Loads that file at a second of the session, at the speed of the last one. */
  load(segment: DeckSegment, place: { seconds: number; isPlaying: boolean }): void;
  /** Goes to a second of the session that the current file holds. */
  move(seconds: number): void;
  /** The same file, at another place of the clock: the place within it stays. */
  correct(segment: DeckSegment): void;
  dispose(): void;
}

interface ReelDeps {
  /** The speed to begin with. */
  rate: number;
  /** A file told how long it is, in seconds. */
  onLength: (fileId: string, seconds: number) => void;
  onNews: () => void;
}

/**
 * Setting `src` throws away position, speed and the paused state (HTML, media element load algorithm), so they are remembered
 * and given back when the new file's length is known. Volume, mute and text tracks belong to the element and survive by themselves.
 */
export function createReel(media: HTMLMediaElement, { onLength, onNews, ...start }: ReelDeps): Reel {
  let current: DeckSegment | null = null;
  /** The second to go to as soon as the file is there; null while the element itself knows. */
  let awaited: number | null = null;
  let { rate } = start;
  const now = () => awaited ?? (current && current.startSeconds + media.currentTime);
  const arrive = () => {
    if (!current) return;
    const seconds = awaited ?? current.startSeconds;
    awaited = null;
    if (Number.isFinite(media.duration)) onLength(current.fileId, media.duration);
    media.playbackRate = rate;
    if (seconds > current.startSeconds) moveTo(media, seconds - current.startSeconds);
    onNews();
  };
  const changeRate = () => {
    if (awaited === null) rate = media.playbackRate;
    onNews();
  };
  const forget = listen(media, { loadedmetadata: arrive, ratechange: changeRate });
  return {
    current: () => current,
    now,
    isLoading: () => awaited !== null,
    rate: () => rate,
    load(segment, { seconds, isPlaying }) {
      current = segment;
      awaited = seconds;
      put(media, { src: segment.src, rate, isPlaying });
    },
    move(seconds) {
      if (awaited !== null) awaited = seconds;
      else if (current) moveTo(media, seconds - current.startSeconds);
    },
    correct(segment) {
      if (awaited !== null && current) awaited += segment.startSeconds - current.startSeconds;
      current = segment;
    },
    dispose: forget,
  };
}

/** Calls each listener on its event. Returns the way to stop listening. */
export function listen(media: HTMLMediaElement, listeners: Record<string, () => void>): () => void {
  const gone = new AbortController();
  for (const [type, listener] of Object.entries(listeners)) {
    media.addEventListener(type, listener, { signal: gone.signal });
  }
  return () => gone.abort();
}

function put(
  media: HTMLMediaElement,
  { src, rate, isPlaying }: { src: string; rate: number; isPlaying: boolean },
) {
  // So that loading does not pass through speed 1, which would be kept as the viewer's wish.
  media.defaultPlaybackRate = rate;
  media.src = src;
  media.load();
  // A browser may refuse to play without a gesture; the play button then stands ready.
  if (isPlaying) media.play().catch(() => undefined);
}

/** The file may be shorter than Zoom says: its last picture is the nearest place. A length may be unknown (`NaN`) or endless. */
function moveTo(media: HTMLMediaElement, seconds: number): void {
  const end = Number.isFinite(media.duration) ? Math.max(0, media.duration - 0.1) : seconds;
  media.currentTime = Math.max(0, Math.min(seconds, end));
}
