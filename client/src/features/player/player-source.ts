/** Text laid over the picture: a WebVTT address of ours and the name the captions menu gives it. */
export interface CaptionSource {
  src: string;
  label: string;
}

/** What the player plays. It knows addresses and words, no sessions. */
export interface PlayerSource {
  src: string;
  /** The same bytes as an attachment, offered where the browser cannot play them. */
  downloadSrc: string;
  /** `audio` shows a card with `title` in place of a picture. */
  mode: 'video' | 'audio';
  title: string;
  /** A line under the title of the audio card. */
  detail: string;
  captions: CaptionSource[];
}

/** Where playback is. `isSettled`: it stands there (paused, sought), so it is worth writing down at once. */
export interface PlaybackPlace {
  seconds: number;
  isSettled: boolean;
}
