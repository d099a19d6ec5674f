import './media-elements.ts';
import { useState } from 'react';
import { formatClock } from '../../lib/session-clock/format-clock.ts';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import { useClock } from '../../lib/session-clock/use-clock.ts';
import { CaptionsMenu } from './captions-menu.tsx';
import styles from './player.module.css';
import type { PlayerLane, PlayerSegment } from './player-source.ts';
import type { PlayerParts } from './run-player-command.ts';
import { runPlayerCommand } from './run-player-command.ts';
import { SeekBar } from './seek-bar.tsx';
import { SoundControls } from './sound-controls.tsx';
import { SpeedMenu } from './speed-menu.tsx';
import { StepButtons } from './step-buttons.tsx';

interface PlayerControlsProps extends Pick<PlayerParts, 'clock' | 'sound' | 'durationSeconds'> {
  media: HTMLVideoElement | null;
  /** Null until there is an element to control. */
  parts: PlayerParts | null;
  lane: PlayerLane;
  segment: PlayerSegment | undefined;
}

/** The two rows over the picture's lower edge. Each tooltip names its key. */
export function PlayerControls({
  media,
  parts,
  lane,
  segment,
  clock,
  sound,
  durationSeconds,
}: PlayerControlsProps) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  // An open menu must not fade away with the bar that holds it.
  const pinned = { noautohide: isMenuOpen };
  return (
    <>
      <media-control-bar className={styles.progress} {...pinned}>
        <SeekBar clock={clock} deck={parts?.deck ?? null} lane={lane} durationSeconds={durationSeconds} />
      </media-control-bar>
      <media-control-bar className={styles.controls} {...pinned}>
        <media-play-button aria-keyshortcuts="Space K">
          <span slot="tooltip-content">Play or pause (k)</span>
        </media-play-button>
        <StepButtons onCommand={(command) => parts && runPlayerCommand(command, parts)} />
        <TimeDisplay clock={clock} durationSeconds={durationSeconds} />
        <span className={styles.spacer} />
        <SoundControls sound={sound} />
        <CaptionsMenu media={media} captions={segment?.captions ?? []} onOpenChange={setMenuOpen} />
        <SpeedMenu media={media} onOpenChange={setMenuOpen} />
        {lane.mode === 'video' && (
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

/** The session's time, as text: the seek bar says it to those who cannot see it. */
function TimeDisplay({ clock, durationSeconds }: { clock: SessionClock; durationSeconds: number }) {
  const time = useClock(clock, ({ sessionSeconds }) => formatClock(sessionSeconds));
  return (
    <span className={styles.time} aria-hidden>
      {time} <span className={styles.dim}>/ {formatClock(durationSeconds)}</span>
    </span>
  );
}
