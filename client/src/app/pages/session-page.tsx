import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { findListedSession } from '../../features/session/listed-session.ts';
import { positionQuery } from '../../features/session/position-query.ts';
import { sessionMessages } from '../../features/session/session-messages.ts';
import { sessionQuery } from '../../features/session/session-query.ts';
import { useMovedSession } from '../../lib/changes/moved-session.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { timeZoneSetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import styles from './session-page.module.css';
import { SessionSkeleton } from './session-skeleton.tsx';
import { SessionView } from './session-view.tsx';

const route = getRouteApi('/s/$sessionId');

/** One session: its player, its views, its files. */
export function SessionPage() {
  // Times on it follow the reader's choice.
  useSetting(timeZoneSetting);
  const { sessionId } = route.useParams();
  return <SessionById key={sessionId} sessionId={sessionId} />;
}

/** What a list knew of the session is drawn at once, and stays when the whole of it cannot be had, beside the reason why. */
function SessionById({ sessionId }: { sessionId: string }) {
  const queryClient = useQueryClient();
  const [listed] = useState(() => findListedSession(queryClient, sessionId));
  const { data, error, refetch, isFetching } = useQuery(sessionQuery(sessionId));
  const position = useQuery(positionQuery(sessionId));
  const ask = () => void refetch();
  const session = useMovedSession(data ?? listed);
  const failure = error && toProblem(error).type;
  const isGone = failure === '/problems/not-found';
  if (error && (isGone || !session)) return <Refused error={error} {...(isGone ? {} : { onRetry: ask })} />;
  if (!session) return <SessionSkeleton />;
  return (
    <div className={styles.page}>
      {/* The shell itself says when our own server is gone; once is enough. */}
      {error && failure !== 'local:server-unreachable' && <ProblemNotice error={error} onRetry={ask} />}
      <SessionView session={session} position={position.data} isChecking={isFetching} onCheck={ask} />
    </div>
  );
}

function Refused({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  return (
    <div className={styles.page}>
      <PageHeading title={sessionMessages.session} className="visually-hidden">
        {sessionMessages.session}
      </PageHeading>
      <ProblemNotice error={error} {...(onRetry ? { onRetry } : {})}>
        <Link to="/recordings" className={styles.backToList}>
          {sessionMessages.backToList}
        </Link>
      </ProblemNotice>
    </div>
  );
}
