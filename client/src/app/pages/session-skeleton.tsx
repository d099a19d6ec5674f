import { sessionMessages } from '../../features/session/session-messages.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import styles from './session-page.module.css';

/** The page's shape while the session is asked for, so that nothing jumps when it comes. */
export function SessionSkeleton() {
  return (
    <div className={styles.page} aria-busy="true">
      <PageHeading title={sessionMessages.session} className={styles.waitingHeading}>
        {sessionMessages.opening}
      </PageHeading>
      <div className={styles.body}>
        <div className={styles.waitingStage} />
      </div>
    </div>
  );
}
