import { type MouseEvent, useMemo } from 'react';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import { useClock } from '../../lib/session-clock/use-clock.ts';
import { personColour } from '../../ui/person-colour.ts';
import { formatTurn } from './format-turn.ts';
import styles from './speaker-overview.module.css';
import { type Turn, toShares } from './turns.ts';

interface SpeakerOverviewProps {
  turns: readonly Turn[];
  people: ReadonlyMap<string, number>;
  clock: SessionClock;
  /** Length of the session's clock. */
  durationSeconds: number;
}

/**
 * Who spoke when: a row for each person, over the whole session, who spoke most first. A press on a row goes to that second; a name
 * goes to that person's next turn, which is the way for those who do not point. The same stands as a list in the timeline's panel.
 */
export function SpeakerOverview({ turns, people, clock, durationSeconds }: SpeakerOverviewProps) {
  const shares = useMemo(() => toShares(turns), [turns]);
  const endSeconds = Math.max(durationSeconds, ...turns.map((turn) => turn.endSeconds));
  if (shares.length === 0) return null;
  return (
    <section className={styles.overview} aria-label="Who spoke when">
      <ul className={styles.rows}>
        {shares.map(({ speaker, seconds, share }) => (
          <li key={speaker} className={styles.row} style={personColour(people.get(speaker))}>
            <button
              type="button"
              className={styles.name}
              title={`${speaker}: to the next turn`}
              onClick={() => seekNextTurn(turns, speaker, clock)}
            >
              <bdi>{speaker}</bdi> <span className="visually-hidden">spoke {formatTurn(seconds)}</span>{' '}
              <span className={styles.share}>{Math.round(share * 100)} %</span>{' '}
              <span className="visually-hidden">to the next turn</span>
            </button>
            <Track turns={turns} speaker={speaker} endSeconds={endSeconds} clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Track({ turns, speaker, endSeconds, clock }: TrackProps) {
  const seek = (event: MouseEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    clock.seek(((event.clientX - left) / Math.max(1, width)) * endSeconds);
  };
  const outline = useMemo(() => drawTurns(turns, speaker, endSeconds), [turns, speaker, endSeconds]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the name beside it does the same by keyboard, as does the list of turns.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div className={styles.track} onClick={seek}>
      <svg aria-hidden viewBox={`0 0 ${endSeconds} 1`} preserveAspectRatio="none" className={styles.turns}>
        <path d={outline} />
      </svg>
      <Playhead clock={clock} endSeconds={endSeconds} />
    </div>
  );
}

interface TrackProps extends Pick<SpeakerOverviewProps, 'turns' | 'clock'> {
  speaker: string;
  endSeconds: number;
}

function Playhead({ clock, endSeconds }: { clock: SessionClock; endSeconds: number }) {
  const share = useClock(clock, ({ sessionSeconds }) =>
    Math.min(1, Math.max(0, sessionSeconds / endSeconds)),
  );
  return <span className={styles.playhead} style={{ insetInlineStart: `${share * 100}%` }} />;
}

/** All turns of one person as one outline; a turn too short to be seen is drawn as wide as the eye needs. */
function drawTurns(turns: readonly Turn[], speaker: string, endSeconds: number): string {
  const least = endSeconds / 500;
  const own = turns.filter((turn) => turn.speaker === speaker);
  return own
    .map(({ startSeconds, endSeconds: end }) => {
      const width = Math.max(least, end - startSeconds);
      return `M${startSeconds.toFixed(2)} 0h${width.toFixed(2)}v1h-${width.toFixed(2)}z`;
    })
    .join('');
}

/** The turn after the current second, round at the end. */
function seekNextTurn(turns: readonly Turn[], speaker: string, clock: SessionClock): void {
  const now = clock.now();
  const own = turns.filter((turn) => turn.speaker === speaker);
  const next = own.find(({ startSeconds }) => startSeconds > now + 0.1) ?? own[0];
  if (next) clock.seek(Math.max(0, next.startSeconds));
}
