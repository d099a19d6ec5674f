import './media-elements.ts';
import { Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DrivenClock } from '../../lib/session-clock/session-clock.ts';
import type { Sound } from '../../lib/sound.ts';
import { AudioCard } from './audio-card.tsx';
import { CaptionTracks } from './caption-tracks.tsx';
import type { Jump } from './deck.ts';
import styles from './player.module.css';
import { PlayerControls } from './player-controls.tsx';
import type { PlayerLane } from './player-source.ts';
import { Preparing } from './preparing.tsx';
import type { PlayerParts } from './run-player-command.ts';
import { TroubleNotice } from './trouble-notice.tsx';
import { useDeck } from './use-deck.ts';
import { usePlayerKeys } from './use-player-keys.ts';
import { useElementSound, usePreferences } from './use-preferences.ts';
import { usePreparing } from './use-preparing.ts';
import { useTrouble } from './use-trouble.ts';

export interface PlayerProps {
  /** Played from where the clock stands. */
  lane: PlayerLane;
  clock: DrivenClock;
  sound: Sound;
  /** Of the session. */
  durationSeconds: number;
  onNextView: () => void;
  onTranscript: () => void;
  /** Our server refused the file, so what the page knows of it may be out of date. */
  onRefused: () => void;
  /** A file told how long it is, in seconds. */
  onLength: (fileId: string, seconds: number) => void;
  /** Another lane does not hold the second where the viewer was (null: it does). */
  onJump: (jump: Jump | null) => void;
}

/**
 * A lane of video or sound with controls, keys, captions and its own word when it cannot be played. Never starts by itself.
 * What is outside sees the clock alone, so that Media Chrome can be changed for another in this folder.
 */
export function Player(props: PlayerProps) {
  const { lane, sound } = props;
  const [media, setMedia] = useState<HTMLVideoElement | null>(null);
  const [spare, setSpare] = useState<HTMLVideoElement | null>(null);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  usePreferences(media);
  useElementSound(media, sound);
  const { deck, segment } = useDeck(media, { ...props, spare });
  const { trouble, retry } = useTrouble(media, { src: segment?.src ?? '', deck, onRefused: props.onRefused });
  const isPreparing = usePreparing(media);
  const parts = useParts(media, { ...props, deck, frame });
  usePlayerKeys(trouble ? null : parts);
  return (
    <div className={styles.player} data-mode={lane.mode}>
      <media-controller
        ref={setFrame}
        className={styles.frame}
        inert={trouble !== null}
        {...toFrameOptions(lane)}
      >
        {/* biome-ignore lint/a11y/useMediaCaption: captions are given where the recording has them */}
        <video slot="media" ref={setMedia} preload="metadata" playsInline>
          <CaptionTracks captions={segment?.captions ?? []} />
        </video>
        <video
          slot="poster"
          ref={setSpare}
          className={styles.spare}
          muted
          playsInline
          tabIndex={-1}
          aria-hidden
        />
        {lane.mode === 'audio' && (
          <AudioCard slot="centered-chrome" title={lane.title} detail={lane.detail} />
        )}
        {lane.mode === 'video' && !isPreparing && <PlaySign />}
        <media-loading-indicator slot="centered-chrome" />
        <PlayerControls {...props} media={media} parts={parts} segment={segment} />
      </media-controller>
      {isPreparing && !trouble && <Preparing />}
      {trouble && (
        <TroubleNotice trouble={trouble} downloadSrc={segment?.downloadSrc ?? ''} onRetry={retry} />
      )}
    </div>
  );
}

type Outer = Pick<PlayerProps, 'clock' | 'sound' | 'durationSeconds' | 'onNextView' | 'onTranscript'>;

/** What keys and buttons act upon; null until all of it is there. */
function useParts(
  media: HTMLVideoElement | null,
  { frame, deck, ...outer }: Outer & { frame: HTMLElement | null; deck: PlayerParts['deck'] | null },
): PlayerParts | null {
  const { clock, sound, durationSeconds, onNextView, onTranscript } = outer;
  return useMemo(
    () =>
      media && frame && deck
        ? { media, frame, deck, clock, sound, durationSeconds, onNextView, onTranscript }
        : null,
    [media, frame, deck, clock, sound, durationSeconds, onNextView, onTranscript],
  );
}

/** Over the first picture, until it has been played: a click anywhere plays it. The button in the bar is the one for keys and readers. */
function PlaySign() {
  return (
    <span slot="centered-chrome" className={styles.playSign} aria-hidden>
      <Play size={32} fill="currentColor" />
    </span>
  );
}

/** Keys and remembered wishes are ours (see usePlayerKeys, usePreferences); over a card there is nothing to uncover. */
function toFrameOptions({ mode }: PlayerLane) {
  const ours = { nohotkeys: true, novolumepref: true, nomutedpref: true, nosubtitleslangpref: true };
  return mode === 'audio' ? { ...ours, autohide: '-1' } : ours;
}
