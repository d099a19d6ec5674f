import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { formatClock, speakClock } from '../../lib/session-clock/format-clock.ts';
import { findGaps, type Gap } from '../../lib/session-clock/segments.ts';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import { useClock } from '../../lib/session-clock/use-clock.ts';
import type { Deck } from './deck.ts';
import { playerMessages } from './player-messages.ts';
import type { PlayerLane } from './player-source.ts';
import { ScrubPreview } from './scrub-preview.tsx';
import styles from './seek-bar.module.css';
import { useFrameGrabber } from './use-frame-grabber.ts';

interface SeekBarProps {
  clock: SessionClock;
  deck: Deck | null;
  lane: PlayerLane;
  /** Of the session, so that the bar stays the same from view to view. */
  durationSeconds: number;
}

/** The whole session as a bar: where one is, what this view does not hold, and a picture of what the pointer is at. */
export function SeekBar({ clock, deck, lane, durationSeconds }: SeekBarProps) {
  const [pointedSeconds, setPointed] = useState<number | null>(null);
  const grabber = useFrameGrabber(pointedSeconds !== null);
  const gapsId = useId();
  const gaps = findGaps(lane.segments, durationSeconds);
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
    // A finger covers the place where a preview would be.
    if (event.pointerType === 'mouse' && width > 0) setPointed(share * durationSeconds);
  };
  return (
    <div className={styles.bar} onPointerMove={point} onPointerLeave={() => setPointed(null)}>
      <div className={styles.track} aria-hidden>
        {gaps.map((gap) => (
          <span key={gap.startSeconds} className={styles.gap} style={toStretch(gap, durationSeconds)} />
        ))}
      </div>
      <Position clock={clock} deck={deck} durationSeconds={durationSeconds} gapsId={gapsId} />
      <span id={gapsId} hidden>
        {gaps.length > 0 && `${playerMessages.notRecorded}: ${gaps.map(speakGap).join(', ')}`}
      </span>
      {pointedSeconds !== null && durationSeconds > 0 && (
        <ScrubPreview
          grabber={grabber}
          lane={lane}
          seconds={pointedSeconds}
          share={pointedSeconds / durationSeconds}
        />
      )}
    </div>
  );
}

interface PositionProps extends Omit<SeekBarProps, 'lane'> {
  gapsId: string;
}

/** The slider itself, drawn four times a second while it plays. */
function Position({ clock, deck, durationSeconds, gapsId }: PositionProps) {
  const seconds = useClock(clock, (state) => Math.round(state.sessionSeconds * 10) / 10);
  const share = durationSeconds > 0 ? Math.min(1, seconds / durationSeconds) : 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !moveByKey(event.key, { deck, durationSeconds }))
      return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <span className={styles.played} style={{ width: `${share * 100}%` }} aria-hidden />
      <input
        type="range"
        className={styles.input}
        aria-label={playerMessages.seek}
        aria-valuetext={`${speakClock(seconds)} of ${speakClock(durationSeconds)}`}
        aria-describedby={gapsId}
        min={0}
        max={Math.max(durationSeconds, 0.1)}
        step="any"
        value={seconds}
        onChange={(event) => deck?.seek(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -60,
  PageUp: 60,
};

/** A slider's keys (ARIA APG), in steps of the player and over gaps. False for keys that are not a slider's. */
function moveByKey(
  key: string,
  { deck, durationSeconds }: { deck: Deck | null; durationSeconds: number },
): boolean {
  const step = steps[key];
  if (step !== undefined) deck?.seekBy(step);
  else if (key === 'Home') deck?.seek(0);
  else if (key === 'End') deck?.seek(durationSeconds);
  else return false;
  return true;
}

function toStretch({ startSeconds, endSeconds }: Gap, durationSeconds: number) {
  const share = (seconds: number) => `${(seconds / durationSeconds) * 100}%`;
  return { left: share(startSeconds), width: share(endSeconds - startSeconds) };
}

function speakGap({ startSeconds, endSeconds }: Gap): string {
  return `${formatClock(startSeconds)} to ${formatClock(endSeconds)}`;
}
