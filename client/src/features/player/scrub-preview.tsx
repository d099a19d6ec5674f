import { useEffect, useRef } from 'react';
import { formatClock } from '../../lib/session-clock/format-clock.ts';
import type { FrameGrabber } from './frame-grabber.ts';
import { playerMessages } from './player-messages.ts';
import type { PlayerLane } from './player-source.ts';
import styles from './seek-bar.module.css';

interface ScrubPreviewProps {
  grabber: FrameGrabber | null;
  lane: PlayerLane;
  /** Of the session. */
  seconds: number;
  /** Where the pointer is on the bar, 0 to 1. */
  share: number;
}

/** What the pointer is at: the time, and the picture of that second, taken from the video itself. For the eye alone. */
export function ScrubPreview({ grabber, lane, seconds, share }: ScrubPreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const segment = lane.segments.find((one) => one.startSeconds <= seconds && seconds < one.endSeconds);
  const src = lane.mode === 'video' ? segment?.src : undefined;
  // Whole seconds: what is between them looks the same, and would be fetched again.
  const fileSeconds = segment ? Math.floor(seconds - segment.startSeconds) : 0;
  useEffect(() => {
    if (src && canvas.current && grabber) grabber.draw({ src, seconds: fileSeconds }, canvas.current);
  }, [src, fileSeconds, grabber]);
  return (
    <div
      className={styles.preview}
      style={{ left: `clamp(100px, ${share * 100}%, calc(100% - 100px))` }}
      aria-hidden
    >
      {src && <canvas ref={canvas} width={192} height={108} className={styles.picture} />}
      <span>
        {segment ? formatClock(seconds) : `${formatClock(seconds)} · ${playerMessages.notRecorded}`}
      </span>
    </div>
  );
}
