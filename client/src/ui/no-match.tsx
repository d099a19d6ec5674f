import { Button } from '@mantine/core';
import { EmptyState } from './empty-state.tsx';

/** A search that nothing matches. */
export function NoMatch({ q, onClear }: { q: string; onClear: () => void }) {
  return (
    <EmptyState title={`No session matches '${q}'.`}>
      <Button variant="default" onClick={onClear}>
        Clear search
      </Button>
    </EmptyState>
  );
}
