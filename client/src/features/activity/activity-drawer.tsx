import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useChangeDesk } from '../../lib/changes/change-desk.ts';
import { changesQuery } from '../../lib/changes/changes-query.ts';
import { messages } from '../../lib/messages.ts';
import { region } from '../../lib/regions.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import styles from './activity.module.css';
import { ChangeEntry } from './change-entry.tsx';

interface ActivityDrawerProps {
  /** The change whose refused items are shown at once. */
  opened: string | null;
  onClose: () => void;
}

/** What is being changed and what was: beside the page, which stays usable. The work goes on without it. */
export function ActivityDrawer({ opened, onClose }: ActivityDrawerProps) {
  const { data, error, refetch } = useQuery(changesQuery());
  const { isAllowed } = useChangeDesk();
  const undone = new Set(data?.changes.map(({ undoes }) => undoes));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useShortcuts({ Escape: onClose });
  return (
    <aside aria-labelledby="activity" className={styles.drawer} {...region}>
      <header className={styles.head}>
        <h2 id="activity" ref={heading} tabIndex={-1} className={styles.title}>
          Activity
        </h2>
        <Link to="/audit" className={styles.audit}>
          Audit log
        </Link>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label="Close Activity" onClick={onClose}>
          <X size={18} aria-hidden color="var(--text-muted)" />
        </ActionIcon>
      </header>
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.changes.length === 0 && (
        <p className={styles.empty}>
          Nothing has been changed here.{' '}
          {isAllowed ? 'What you trash, restore or delete is told here.' : messages.changesOff}
        </p>
      )}
      <ul className={styles.entries}>
        {data?.changes.map((change) => (
          <ChangeEntry
            key={change.id}
            change={change}
            isOpened={change.id === opened}
            isUndone={undone.has(change.id)}
          />
        ))}
      </ul>
    </aside>
  );
}
