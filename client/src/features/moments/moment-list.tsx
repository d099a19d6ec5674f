import type { Moment } from '@matinee/server/contract';
import { Link } from '@tanstack/react-router';
import { Captions, MessageSquareText, ScrollText } from 'lucide-react';
import { formatStamp } from '../../lib/clock-time.ts';
import { formatDateTime } from '../../lib/format.ts';
import { messages } from '../../lib/messages.ts';
import { MarkedText } from '../../ui/marked-text.tsx';
import { groupMoments, keyOfMoment } from './group-moments.ts';
import { toMomentSearch } from './moment-link.ts';
import styles from './moments.module.css';
import { momentMessages } from './moments-messages.ts';

/** Lines with their neighbours, session by session; each leads to its second. `q` is what they were found by. */
export function MomentList({ moments, q }: { moments: readonly Moment[]; q: string }) {
  return (
    <ul className={styles.groups}>
      {groupMoments(moments).map(({ key, session, moments: own }) => (
        <li key={key} className={styles.group}>
          <p className={styles.session}>
            <Link to="/s/$sessionId" params={{ sessionId: session.id }} className={styles.name}>
              <bdi>{session.name?.trim() || messages.untitled}</bdi>
            </Link>{' '}
            <span className={styles.when}>{formatDateTime(session.startTime)}</span>
          </p>
          <ul className={styles.moments}>
            {own.map((moment) => (
              <li key={keyOfMoment(moment)}>
                <MomentLink moment={moment} q={q} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const icons = { transcript: ScrollText, captions: Captions, chat: MessageSquareText };

function MomentLink({ moment, q }: { moment: Moment; q: string }) {
  const { before, after, text, matches, kind } = moment;
  const Icon = icons[kind];
  return (
    <Link
      to="/s/$sessionId"
      params={{ sessionId: moment.session.id }}
      search={toMomentSearch(moment, q)}
      className={styles.moment}
    >
      <span className={styles.time}>
        {moment.sessionSeconds !== null && formatStamp(moment.sessionSeconds)}{' '}
        <Icon size={14} aria-label={momentMessages[kind]} />
      </span>{' '}
      <span className={styles.words}>
        {before && <Neighbour text={before} />}
        <span className={styles.line} dir="auto">
          {moment.speaker && (
            <>
              <b className={styles.speaker}>
                <bdi>{moment.speaker}</bdi>:
              </b>{' '}
            </>
          )}
          <MarkedText text={text} matches={matches} />
        </span>
        {after && <Neighbour text={after} />}
      </span>
    </Link>
  );
}

/** To know the line by; whoever listens to the list hears the lines alone. */
function Neighbour({ text }: { text: string }) {
  return (
    <span className={styles.neighbour} dir="auto" aria-hidden>
      {text}
    </span>
  );
}
