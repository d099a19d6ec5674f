import type { Session } from '@matinee/server/contract';
import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatBytes, formatMinutes, formatUtc, plural } from '../../lib/format.ts';
import { formatMonth } from '../../lib/month.ts';
import { timeZoneSetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { nameOfSession } from '../../ui/session-cells/names.ts';
import { StateBadge } from '../../ui/session-cells/state-badge.tsx';
import { formatSpan, toMonth, toSpan, toStates } from './session-facts.ts';
import styles from './session-header.module.css';
import { sessionMessages } from './session-messages.ts';

/** Who and when: the way back to the month, the name, the known facts in one line. `children` are the session's actions. */
export function SessionHeader({ session, children }: { session: Session; children?: ReactNode }) {
  const title = nameOfSession(session);
  const zone = useSetting(timeZoneSetting) === 'utc' ? 'UTC' : sessionMessages.yourTime;
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <BackToMonth session={session} />
        {children}
      </div>
      <PageHeading title={title} className={styles.heading}>
        <bdi>{title}</bdi>
      </PageHeading>
      <ul className={styles.facts}>
        <li title={formatUtc(session.startTime)}>
          {formatSpan(toSpan(session))}
          {session.startTime && ` (${zone})`}
        </li>
        {session.durationMinutes ? <li>{formatMinutes(session.durationMinutes)}</li> : null}
        {session.sizeBytes ? <li>{formatBytes(session.sizeBytes)}</li> : null}
        <li>{plural(session.fileCount, 'file')}</li>
        {toStates(session).map(({ kind, files }) => (
          <li key={kind}>
            <StateBadge kind={kind} />
            {files !== null && ` (${files} of ${plural(session.files.length, 'file')})`}
          </li>
        ))}
      </ul>
    </header>
  );
}

/** The list this session stands in: its trash, else the UTC month of its start, by which Zoom files it. */
function BackToMonth({ session }: { session: Session }) {
  const month = toMonth(session);
  const isTrashed = session.state === 'trashed';
  return (
    <Link
      to={isTrashed ? '/trash' : '/recordings'}
      search={month && !isTrashed ? { month } : {}}
      className={styles.back}
    >
      <ChevronLeft aria-hidden size={16} />
      {isTrashed ? sessionMessages.trash : month ? formatMonth(month) : sessionMessages.back}
    </Link>
  );
}
