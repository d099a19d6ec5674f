import { Button } from '@mantine/core';
import { EmptyState } from './empty-state.tsx';

interface NoMatchProps {
  /** What was searched for; empty when a filter alone excludes everything. */
  q: string;
  onClear: () => void;
  /** Offered where the search can reach further than what is on screen. */
  onWiden?: (() => void) | undefined;
}

/** A search or a filter that nothing passes. */
export function NoMatch({ q, onClear, onWiden }: NoMatchProps) {
  return (
    <EmptyState title={q ? `No session matches '${q}'.` : 'No session has such a file.'}>
      <Button variant="default" onClick={onClear}>
        {q ? 'Clear search' : 'Show any file'}
      </Button>{' '}
      {onWiden && (
        <Button variant="default" onClick={onWiden}>
          Search all months
        </Button>
      )}
    </EmptyState>
  );
}
