import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { messages } from '../lib/messages.ts';
import type { SessionListState } from '../lib/use-session-list.ts';
import { EmptyState } from './empty-state.tsx';
import { LoadingRows } from './loading-rows.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import styles from './session-list.module.css';
import { SessionTree, type SessionTreeProps } from './session-tree/session-tree.tsx';
import { TreeHeader } from './session-tree/tree-header.tsx';

interface SessionListProps extends Omit<SessionTreeProps, 'sessions' | 'total' | 'isBusy' | 'onNearEnd'> {
  list: SessionListState;
  empty: ReactNode;
  /** Says what has ended below the last row. */
  end: string;
}

/** A list of sessions in one of its four states: failed, loading, empty (or unknown), full. */
export function SessionList({ list, empty, end, ...tree }: SessionListProps) {
  if (list.error) return <ProblemNotice error={list.error} onRetry={list.onRetry} />;
  if (list.isLoading) return <LoadingList {...tree} />;
  if (list.sessions.length === 0) return hasNeverBeenRead(list) ? <EmptyState title={neverRead} /> : empty;
  return (
    <>
      <div className={list.isStale ? styles.stale : undefined}>
        <SessionTree
          {...tree}
          sessions={list.sessions}
          total={list.totals?.sessions ?? list.sessions.length}
          isBusy={list.isStale || list.isLoadingMore}
          onNearEnd={list.onNearEnd}
        />
      </div>
      <ListEnd list={list} end={end} label={tree.label} />
    </>
  );
}

/** Of a window whose only reading failed nobody knows whether it is empty; why it failed stands beside its freshness. */
function hasNeverBeenRead({ windows }: SessionListState): boolean {
  return windows.some(({ state, syncedAt }) => state === 'failed' && syncedAt === null);
}

const neverRead = 'What Zoom has here could not be read yet.';

/** The real header over grey rows: nothing moves when the real ones come. */
function LoadingList({
  label,
  className,
  columns,
  sort,
  onSort,
  selection,
}: Omit<SessionListProps, 'list' | 'empty' | 'end'>) {
  return (
    <>
      <div
        role="treegrid"
        aria-label={label}
        aria-busy
        className={className}
        data-selectable={selection ? true : undefined}
      >
        <TreeHeader
          columns={columns}
          sort={sort}
          onSort={onSort}
          {...(selection && { selected: { share: 'none', rows: 0, onChange: () => {} } })}
        />
      </div>
      <LoadingRows rows={12} label={label} />
    </>
  );
}

function ListEnd({ list, end, label }: { list: SessionListState; end: string; label: string }) {
  if (list.isLoadingMore) return <LoadingRows rows={3} label={label} />;
  if (list.hasMoreFailed) {
    return (
      <p className={styles.end} role="alert">
        Could not load more.{' '}
        <Button variant="default" size="compact-sm" onClick={list.onMore}>
          {messages.tryAgain}
        </Button>
      </p>
    );
  }
  return list.hasMore ? null : <p className={styles.end}>{end}</p>;
}
