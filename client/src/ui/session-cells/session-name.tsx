import type { Session } from '@matinee/server/contract';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '../../lib/messages.ts';
import type { CellContext } from '../session-tree/tree-column.ts';
import styles from './cells.module.css';
import { nameOfSession, shortId } from './names.ts';
import { badgeOfSession } from './session-state.ts';
import { StateBadge } from './state-badge.tsx';

interface SessionNameProps {
  session: Session;
  context: CellContext;
  /** Where its page can be opened from here; in the trash there is nothing to play. */
  isLink: boolean;
  hasFiles: boolean;
  /** Stands below the name where columns have folded away. */
  folded: ReactNode;
}

/** First cell of a session: the expander, the name, its state, and what folded under it. */
export function SessionName({ session, context, isLink, hasFiles, folded }: SessionNameProps) {
  const badge = isLink ? badgeOfSession(session) : null;
  return (
    <div className={styles.nameCell}>
      <Expander session={session} context={context} hasFiles={hasFiles} />
      <div className={styles.nameLines}>
        <div className={styles.nameLine}>
          {isLink ? (
            // Enter on the row opens it too, so that the link needs no stop of its own.
            <Link
              to="/s/$sessionId"
              params={{ sessionId: session.id }}
              tabIndex={-1}
              className={styles.name}
              title={session.name ?? undefined}
            >
              <NameText session={session} />
            </Link>
          ) : (
            <span className={styles.name} title={session.name ?? undefined}>
              <NameText session={session} />
            </span>
          )}
          {badge && <StateBadge kind={badge} />}
        </div>
        <div className={styles.folded}>{folded}</div>
      </div>
    </div>
  );
}

function NameText({ session }: { session: Session }) {
  if (session.name?.trim()) return session.name;
  return (
    <>
      <span className={styles.untitled}>{messages.untitled}</span>{' '}
      <code className={styles.id}>{shortId(session)}</code>
    </>
  );
}

interface ExpanderProps {
  session: Session;
  context: CellContext;
  hasFiles: boolean;
}

function Expander({ session, context, hasFiles }: ExpanderProps) {
  if (!hasFiles) return <span className={styles.expander} />;
  const act = context.isExpanded ? 'Hide' : 'Show';
  return (
    <button
      type="button"
      className={styles.expander}
      data-toggle
      data-expanded={context.isExpanded || undefined}
      tabIndex={context.tabIndex}
      aria-label={`${act} files of ${nameOfSession(session)}`}
    >
      <ChevronRight size={18} aria-hidden />
    </button>
  );
}
