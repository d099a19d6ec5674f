import './media-elements.ts';
import { type Ref, useImperativeHandle, useMemo, useState } from 'react';
import { AudioCard } from './audio-card.tsx';
import styles from './player.module.css';
import { PlayerControls } from './player-controls.tsx';
import type { PlaybackPlace, PlayerSource } from './player-source.ts';
import { Preparing } from './preparing.tsx';
import { TroubleNotice } from './trouble-notice.tsx';
import { usePlayerKeys } from './use-player-keys.ts';
import { usePreferences } from './use-preferences.ts';
import { usePreparing } from './use-preparing.ts';
import { useSource } from './use-source.ts';
import { useTrouble } from './use-trouble.ts';

export interface PlayerProps {
  source: PlayerSource;
  /** Where the first file begins; later files begin where the viewer is. */
  startSeconds: number;
  onPlace: (place: PlaybackPlace) => void;
  onNextView: () => void;
  /** Our server refused the file, so what the page knows of it may be out of date. */
  onRefused: () => void;
  ref?: Ref<HTMLMediaElement | null>;
}

/**
 * A video or audio file with controls, keys, captions and its own word when it cannot be played. Never starts by itself.
 * What is outside sees the media element and events alone, so that Media Chrome can be changed for another in this folder.
 */
export function Player({ source, startSeconds, onPlace, onNextView, onRefused, ref }: PlayerProps) {
  const [media, setMedia] = useState<HTMLVideoElement | null>(null);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  useImperativeHandle<HTMLMediaElement | null, HTMLMediaElement | null>(ref, () => media, [media]);
  usePreferences(media);
  const sourceSwitch = useSource(media, { src: source.src, startSeconds });
  const { trouble, retry } = useTrouble(media, { src: source.src, sourceSwitch, onRefused });
  const isPreparing = usePreparing(media);
  const keyed = useMemo(
    () => (media && frame && !trouble ? { media, frame, onNextView } : null),
    [media, frame, trouble, onNextView],
  );
  usePlayerKeys(keyed);
  const tell = (isSettled: boolean) => {
    // While a file is being changed for another the element is at 0, which is nobody's place.
    if (media && media.readyState > 0) onPlace({ seconds: media.currentTime, isSettled });
  };
  return (
    <div className={styles.player} data-mode={source.mode}>
      <media-controller
        ref={setFrame}
        className={styles.frame}
        inert={trouble !== null}
        {...toFrameOptions(source)}
      >
        {/* biome-ignore lint/a11y/useMediaCaption: captions are given where the recording has them */}
        <video
          slot="media"
          ref={setMedia}
          preload="metadata"
          playsInline
          onTimeUpdate={() => tell(false)}
          onSeeked={() => tell(true)}
          onPause={() => tell(true)}
        >
          {source.captions.map(({ src, label }) => (
            <track key={src} kind="captions" src={src} label={label} />
          ))}
        </video>
        {source.mode === 'audio' && (
          <AudioCard slot="centered-chrome" title={source.title} detail={source.detail} />
        )}
        <media-loading-indicator slot="centered-chrome" />
        <PlayerControls media={media} source={source} />
      </media-controller>
      {isPreparing && !trouble && <Preparing />}
      {trouble && <TroubleNotice trouble={trouble} downloadSrc={source.downloadSrc} onRetry={retry} />}
    </div>
  );
}

/** Keys and remembered wishes are ours (see usePlayerKeys, usePreferences); over a card there is nothing to uncover. */
function toFrameOptions(source: PlayerSource) {
  const ours = { nohotkeys: true, novolumepref: true, nomutedpref: true, nosubtitleslangpref: true };
  return source.mode === 'audio' ? { ...ours, autohide: '-1' } : ours;
}
