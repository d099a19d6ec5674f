import './media-elements.ts';
import { RotateCcw, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { CaptionsMenu } from './captions-menu.tsx';
import styles from './player.module.css';
import type { PlayerSource } from './player-source.ts';
import { SpeedMenu } from './speed-menu.tsx';

interface PlayerControlsProps {
  media: HTMLVideoElement | null;
  source: PlayerSource;
}

/** The two rows over the picture's lower edge. Each tooltip names its key; the time does not toggle, or it would lie about its name. */
export function PlayerControls({ media, source }: PlayerControlsProps) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  // An open menu must not fade away with the bar that holds it.
  const pinned = { noautohide: isMenuOpen };
  return (
    <>
      <media-control-bar className={styles.progress} {...pinned}>
        <media-time-range />
      </media-control-bar>
      <media-control-bar className={styles.controls} {...pinned}>
        <PlaybackButtons />
        <media-time-display showduration notoggle />
        <span className={styles.spacer} />
        <media-mute-button aria-keyshortcuts="M">
          <span slot="tooltip-content">Mute (m)</span>
        </media-mute-button>
        <media-volume-range className={styles.roomy} aria-keyshortcuts="ArrowUp ArrowDown" />
        <CaptionsMenu media={media} captions={source.captions} onOpenChange={setMenuOpen} />
        <SpeedMenu media={media} onOpenChange={setMenuOpen} />
        {source.mode === 'video' && (
          <media-pip-button className={styles.roomy} aria-keyshortcuts="P">
            <span slot="tooltip-content">Picture in picture (p)</span>
          </media-pip-button>
        )}
        <media-fullscreen-button aria-keyshortcuts="F">
          <span slot="tooltip-content">Full screen (f)</span>
        </media-fullscreen-button>
      </media-control-bar>
    </>
  );
}

function PlaybackButtons() {
  return (
    <>
      <media-play-button aria-keyshortcuts="Space K">
        <span slot="tooltip-content">Play or pause (k)</span>
      </media-play-button>
      <media-seek-backward-button className={styles.roomy} seekoffset={10} aria-keyshortcuts="J">
        <RotateCcw slot="icon" aria-hidden />
        <span slot="tooltip-content">Back 10 s (j)</span>
      </media-seek-backward-button>
      <media-seek-forward-button className={styles.roomy} seekoffset={10} aria-keyshortcuts="L">
        <RotateCw slot="icon" aria-hidden />
        <span slot="tooltip-content">On 10 s (l)</span>
      </media-seek-forward-button>
    </>
  );
}
