import { Link } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import styles from './actions.module.css';

interface PlayLinkProps {
  sessionId: string;
  /** A file's id; left out, the session's first view is played. */
  view?: string;
  name: string;
  tabIndex: 0 | -1;
}

/** Opens the session's page, at one file if one is named. */
export function PlayLink({ sessionId, view, name, tabIndex }: PlayLinkProps) {
  return (
    <Link
      to="/s/$sessionId"
      params={{ sessionId }}
      search={view === undefined ? {} : { view }}
      tabIndex={tabIndex}
      className={styles.action}
      aria-label={`Play ${name}`}
      title="Play"
    >
      <Play size={16} aria-hidden />
    </Link>
  );
}
