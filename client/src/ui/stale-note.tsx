import { Button } from '@mantine/core';
import { formatRecent } from '../lib/format.ts';
import { messages } from '../lib/messages.ts';
import styles from './toolbar.module.css';

interface StaleNoteProps {
  /** When what is shown was read (ms), if reading it again has failed; else null, and nothing is said. */
  since: number | null;
  onRetry: () => void;
}

/** Says that rows are older than they should be. They stay on screen. */
export function StaleNote({ since, onRetry }: StaleNoteProps) {
  if (since === null) return null;
  return (
    <p className={styles.stale} role="status">
      Showing data from {formatRecent(new Date(since).toISOString())}.{' '}
      <Button variant="default" size="compact-sm" onClick={onRetry}>
        {messages.tryAgain}
      </Button>
    </p>
  );
}
