import type { DeckLane } from './deck.ts';
import type { DeckSegment } from './reel.ts';

/** Text laid over the picture: a WebVTT address of ours and the name the captions menu gives it. */
export interface CaptionSource {
  src: string;
  label: string;
  /** Seconds to add to its times, where the text does not begin with the picture. */
  shiftSeconds: number;
}

/** One file that is played. */
export interface PlayerSegment extends DeckSegment {
  /** The same bytes as an attachment, offered where the browser cannot play them. */
  downloadSrc: string;
  captions: CaptionSource[];
}

/** What the player plays. It knows addresses and words, no sessions. */
export interface PlayerLane extends DeckLane {
  segments: readonly PlayerSegment[];
  /** `audio` shows a card with `title` in place of a picture. */
  mode: 'video' | 'audio';
  title: string;
  /** A line under the title of the audio card. */
  detail: string;
}
