import type { Match } from '@matinee/server/contract';
import { formatStamp } from '../../lib/clock-time.ts';
import { MarkedText } from '../../ui/marked-text.tsx';
import { personColour } from '../../ui/person-colour.ts';
import { CopyLinkButton } from './copy-link-button.tsx';
import styles from './lines.module.css';
import type { SessionLine } from './session-line.ts';

export interface LineRowProps {
  line: SessionLine;
  colour: number | undefined;
  matches: readonly Match[];
  isActive: boolean;
  /** The match that is looked at. */
  isCurrent: boolean;
  /** The row before says the same name: it is read aloud here, and not shown again. */
  isContinued: boolean;
  /** The one row of the list that Tab comes to. */
  isTabStop: boolean;
  onSeek: (line: SessionLine) => void;
  toLink: (seconds: number) => string;
}

/** One line: a button that brings the session to it. A line without a time is but text. */
export function LineRow(props: LineRowProps) {
  const { line, isTabStop, onSeek, toLink, isActive, isCurrent } = props;
  const { seconds } = line;
  const state = {
    className: styles.line,
    'data-kind': line.kind,
    'data-current': isCurrent || undefined,
    style: personColour(props.colour),
  };
  return (
    <>
      {seconds === null ? (
        <div {...state} data-line tabIndex={isTabStop ? 0 : -1}>
          <LineWords {...props} />
        </div>
      ) : (
        <button
          {...state}
          type="button"
          data-line
          tabIndex={isTabStop ? 0 : -1}
          aria-current={isActive ? 'true' : undefined}
          onClick={() => onSeek(line)}
        >
          <LineWords {...props} />
        </button>
      )}
      {seconds !== null && <CopyLinkButton seconds={seconds} toLink={toLink} tabIndex={isTabStop ? 0 : -1} />}
    </>
  );
}

function LineWords({ line, matches, isContinued }: LineRowProps) {
  const { seconds, speaker, text } = line;
  return (
    <>
      {seconds !== null && <span className={styles.time}>{formatStamp(seconds)}</span>}{' '}
      <span className={styles.words}>
        {speaker !== null && (
          <>
            <span className={isContinued ? 'visually-hidden' : styles.speaker}>
              <bdi>{speaker}</bdi>
              <span className={styles.colon}>:</span>
            </span>{' '}
          </>
        )}
        <span className={styles.text} dir="auto">
          <MarkedText text={text} matches={matches} />
        </span>
      </span>
    </>
  );
}
