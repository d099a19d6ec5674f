import type { TrashType } from '@matinee/server/contract';
import { Link } from '@tanstack/react-router';
import styles from './kind-links.module.css';

const kinds: readonly { kind: TrashType; words: string }[] = [
  { kind: 'session_recordings', words: 'Whole sessions' },
  { kind: 'recording_file', words: 'Single files' },
];

/** Zoom's two trashes. Links, because they change the address. */
export function KindLinks({ kind: shown, defaultKind }: { kind: TrashType; defaultKind: TrashType }) {
  return (
    <nav aria-label="What is in the trash" className={styles.kinds}>
      {kinds.map(({ kind, words }) => (
        <Link
          key={kind}
          from="/trash"
          to="/trash"
          search={(before) => ({ ...before, open: undefined, kind: kind === defaultKind ? undefined : kind })}
          className={styles.kind}
          activeProps={{}}
          aria-current={kind === shown ? 'page' : undefined}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
