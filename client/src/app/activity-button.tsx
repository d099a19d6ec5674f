import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { changesQuery, isOver } from '../lib/changes/changes-query.ts';
import styles from './layout.module.css';

/** Opens and closes Activity; says how many changes are under way. */
export function ActivityButton({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  const { data } = useQuery(changesQuery());
  const running = data?.changes.filter((change) => !isOver(change)).length ?? 0;
  const words = running > 0 ? `Activity, ${running} under way` : 'Activity';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={words}
      aria-expanded={isOpen}
      title={words}
      onClick={onToggle}
      className={styles.activity ?? ''}
    >
      <Activity size={20} aria-hidden color="var(--text-muted)" />
      {running > 0 && (
        <span className={styles.running} aria-hidden>
          {running}
        </span>
      )}
    </ActionIcon>
  );
}
