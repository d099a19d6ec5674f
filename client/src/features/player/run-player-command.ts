import type { DrivenClock } from '../../lib/session-clock/session-clock.ts';
import type { Sound } from '../../lib/sound.ts';
import type { Deck } from './deck.ts';
import type { PlayerCommand } from './player-keys.ts';
import { nextSpeed } from './speeds.ts';
import { toggleTracks } from './text-tracks.ts';

/** What a command acts upon. `frame` is the element that goes full screen, so that the controls go with the picture. */
export interface PlayerParts {
  media: HTMLVideoElement;
  frame: HTMLElement;
  deck: Deck;
  clock: DrivenClock;
  sound: Sound;
  /** Of the session. */
  durationSeconds: number;
  onNextView: () => void;
  onTranscript: () => void;
}

/** Browsers do not tell the frame rate. Zoom records 25 or 30 pictures a second: a 25th always shows the next one. */
const frameSeconds = 1 / 25;

type Runners = {
  [T in PlayerCommand['type']]: (command: PlayerCommand & { type: T }, parts: PlayerParts) => void;
};

const runners: Runners = {
  'toggle-play': (_, { media }) => (media.paused ? ignoreRefusal(media.play()) : media.pause()),
  'seek-by': ({ seconds }, { deck }) => deck.seekBy(seconds),
  'step-frame': ({ direction }, { media, deck }) => {
    media.pause();
    deck.seekBy(direction * frameSeconds);
  },
  'seek-to': ({ fraction }, { deck, durationSeconds }) => deck.seek(durationSeconds * fraction),
  'volume-by': ({ fraction }, { sound }) => changeVolume(sound, fraction),
  'toggle-mute': (_, { sound }) => sound.change({ isMuted: !sound.getSnapshot().isMuted }),
  'toggle-captions': (_, { media }) => toggleTracks(media),
  'toggle-fullscreen': (_, { frame }) => toggleFullscreen(frame),
  'toggle-picture-in-picture': (_, { media }) => togglePictureInPicture(media),
  'change-speed': ({ direction }, { media }) => {
    media.playbackRate = nextSpeed(media.playbackRate, direction);
  },
  'next-view': (_, { onNextView }) => onNextView(),
  'go-to-transcript': (_, { onTranscript }) => onTranscript(),
};

/** Carries out what a key asked for. Refusals of the browser (no gesture, no such feature) are not an error of ours: nothing happens. */
export function runPlayerCommand(command: PlayerCommand, parts: PlayerParts): void {
  // The table has one runner for each type, but a union of runners takes no union of commands without being told so.
  const run = runners[command.type] as (command: PlayerCommand, parts: PlayerParts) => void;
  run(command, parts);
}

function changeVolume(sound: Sound, by: number): void {
  // Rounded, or ten steps of 0.05 would not meet 0.5.
  const wanted = Math.round((sound.getSnapshot().volume + by) * 100) / 100;
  const volume = Math.min(1, Math.max(0, wanted));
  sound.change({ volume, ...(by > 0 && { isMuted: false }) });
}

function togglePictureInPicture(media: HTMLVideoElement): void {
  const isOn = document.pictureInPictureElement !== null;
  ignoreRefusal(isOn ? document.exitPictureInPicture() : media.requestPictureInPicture?.());
}

function toggleFullscreen(frame: HTMLElement): void {
  ignoreRefusal(document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen?.());
}

function ignoreRefusal(asked: Promise<unknown> | undefined): void {
  asked?.catch(() => undefined);
}
