import { CloudOff, LoaderCircle, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './cells.module.css';

export type BadgeKind = 'processing' | 'unavailable' | 'trashed';

const badges: Record<BadgeKind, { icon: ReactNode; word: string; reason: string }> = {
  processing: {
    icon: <LoaderCircle size={14} aria-hidden />,
    word: 'Processing',
    reason: 'Zoom is still processing this.',
  },
  unavailable: {
    icon: <CloudOff size={14} aria-hidden />,
    word: 'Not at Zoom',
    reason: 'Zoom lists this, but holds no bytes of it for us: it may be in your own storage.',
  },
  trashed: { icon: <Trash2 size={14} aria-hidden />, word: 'In trash', reason: 'This is in the trash.' },
};

/** A state as picture, word and colour together. */
export function StateBadge({ kind }: { kind: BadgeKind }) {
  const { icon, word, reason } = badges[kind];
  return (
    <span className={styles.badge} data-kind={kind} title={reason}>
      {icon}
      {word}
    </span>
  );
}
