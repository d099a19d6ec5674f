import type { Session } from '@matinee/server/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { nameOfSession } from '../../ui/session-cells/names.ts';
import styles from './neighbour-links.module.css';
import { sessionMessages } from './session-messages.ts';

interface NeighbourLinksProps {
  before: Session | undefined;
  after: Session | undefined;
}

/** To the sessions above and below in the list one came from. Nothing where there is no such list. */
export function NeighbourLinks({ before, after }: NeighbourLinksProps) {
  const navigate = useNavigate();
  const open = (session: Session | undefined) =>
    session && void navigate({ to: '/s/$sessionId', params: { sessionId: session.id } });
  useShortcuts({ '[': () => open(before), ']': () => open(after) });
  if (!before && !after) return null;
  return (
    <nav className={styles.links} aria-label={sessionMessages.neighbours}>
      <NeighbourLink session={before} words={sessionMessages.previous} shortcut="[" Icon={ChevronUp} />
      <NeighbourLink session={after} words={sessionMessages.next} shortcut="]" Icon={ChevronDown} />
    </nav>
  );
}

interface NeighbourLinkProps {
  session: Session | undefined;
  words: string;
  shortcut: string;
  Icon: typeof ChevronUp;
}

function NeighbourLink({ session, words, shortcut, Icon }: NeighbourLinkProps) {
  if (!session) {
    return (
      <span className={styles.end} aria-hidden>
        <Icon size={18} />
      </span>
    );
  }
  const name = `${words}: ${nameOfSession(session)}`;
  return (
    <Link
      to="/s/$sessionId"
      params={{ sessionId: session.id }}
      className={styles.link}
      aria-label={name}
      aria-keyshortcuts={shortcut}
      title={`${name} (${shortcut})`}
    >
      <Icon aria-hidden size={18} />
    </Link>
  );
}
