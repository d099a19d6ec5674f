import { Button } from '@mantine/core';
import { formatMonth } from '../../lib/month.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './empty-trash.module.css';
import type { TrashChange, TrashView } from './trash-view.ts';

interface EmptyTrashProps {
  view: TrashView;
  onView: (change: TrashChange) => void;
}

/** Nothing in the trash, or nothing that passes the filters, which are named and can be taken off. */
export function EmptyTrash({ view: { kind, month, q }, onView }: EmptyTrashProps) {
  const search = q.trim();
  if (!search && !month) return <EmptyState title="Trash is empty." />;
  const thing = kind === 'recording_file' ? 'No file' : 'Nothing';
  const title = search
    ? `No session${month && ` of ${formatMonth(month)}`} matches '${search}'.`
    : `${thing} in the trash was recorded in ${month && formatMonth(month)}.`;
  return (
    <EmptyState title={title}>
      <div className={styles.ways}>
        {month && (
          <Button variant="default" onClick={() => onView({ month: '' })}>
            Show every month
          </Button>
        )}
        {search && (
          <Button variant="default" onClick={() => onView({ q: '' })}>
            Clear search
          </Button>
        )}
      </div>
    </EmptyState>
  );
}
