import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { Sound } from '../../lib/sound.ts';
import styles from './player.module.css';
import { playerMessages } from './player-messages.ts';

/** Mute and volume. They are ours, because what sounds may be the picture or the voices in its place. */
export function SoundControls({ sound }: { sound: Sound }) {
  const { volume, isMuted } = useSyncExternalStore(sound.subscribe, sound.getSnapshot);
  const isSilent = isMuted || volume === 0;
  const Icon = isSilent ? VolumeX : volume < 0.5 ? Volume1 : Volume2;
  const name = isMuted ? playerMessages.unmute : playerMessages.mute;
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={name}
        aria-keyshortcuts="M"
        title={`${name} (m)`}
        onClick={() => sound.change({ isMuted: !isMuted })}
      >
        <Icon aria-hidden size={20} />
      </button>
      <input
        type="range"
        className={`${styles.volume} ${styles.roomy}`}
        aria-label={playerMessages.volume}
        aria-valuetext={isMuted ? 'muted' : `${Math.round(volume * 100)} %`}
        aria-keyshortcuts="ArrowUp ArrowDown"
        min={0}
        max={1}
        step={0.05}
        value={isMuted ? 0 : volume}
        onChange={({ currentTarget }) =>
          sound.change({
            volume: currentTarget.valueAsNumber,
            isMuted: currentTarget.valueAsNumber === 0 && isMuted,
          })
        }
      />
    </>
  );
}
