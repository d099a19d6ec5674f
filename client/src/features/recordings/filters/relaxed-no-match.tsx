import { Button } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { plural } from '../../../lib/format.ts';
import { totalsQuery } from '../../../lib/sessions-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { type MonthRange, type RecordingsView, toFilter, type ViewChange } from '../recordings-view.ts';
import { anyFilter } from './any-filter.ts';
import { activeFilters } from './filter-words.ts';
import styles from './filters.module.css';
import { type Relaxation, relaxationsOf } from './relaxations.ts';

interface RelaxedNoMatchProps {
  view: RecordingsView;
  range: MonthRange;
  onView: (change: ViewChange) => void;
}

/** A search or filters that nothing passes, and what would pass if one thing less were asked. */
export function RelaxedNoMatch({ view, range, onView }: RelaxedNoMatchProps) {
  const q = view.q.trim();
  const hasFilters = activeFilters(view).length > 0;
  const nearest = useNearest(view, range);
  const everywhere = useQuery({
    ...totalsQuery(toFilter({ ...view, month: 'all' }, range)),
    enabled: view.month !== 'all',
  });
  const elsewhere = everywhere.data?.sessions;
  return (
    <EmptyState title={titleOf({ q, hasFilters })}>
      {elsewhere === 0 && <p>Nor does any other in the library, as far as it is read.</p>}
      <div className={styles.ways}>
        {nearest && (
          <Button variant="default" onClick={() => onView(nearest.relaxation.change)}>
            {nearest.relaxation.words} ({plural(nearest.sessions, 'session')})
          </Button>
        )}
        {view.month !== 'all' && elsewhere !== 0 && (
          <Button variant="default" onClick={() => onView({ month: 'all' })}>
            Search everywhere{elsewhere !== undefined && ` (${plural(elsewhere, 'session')})`}
          </Button>
        )}
        {q && (
          <Button variant="default" onClick={() => onView({ q: '' })}>
            Clear search
          </Button>
        )}
        {hasFilters && (
          <Button variant="default" onClick={() => onView(anyFilter)}>
            Clear filters
          </Button>
        )}
      </div>
    </EmptyState>
  );
}

function titleOf({ q, hasFilters }: { q: string; hasFilters: boolean }): string {
  if (!q) return 'No session passes these filters.';
  return `No session matches '${q}'${hasFilters ? ' and passes these filters' : ''}.`;
}

/** Of all ways to ask one thing less the one that brings most; null while not all are known, and when none brings any. */
function useNearest(
  view: RecordingsView,
  range: MonthRange,
): { relaxation: Relaxation; sessions: number } | null {
  const relaxations = relaxationsOf(view);
  const answers = useQueries({
    queries: relaxations.map(({ change }) => totalsQuery(toFilter({ ...view, ...change }, range))),
  });
  if (answers.some(({ isPending }) => isPending)) return null;
  const known = relaxations.map((relaxation, index) => ({
    relaxation,
    sessions: answers[index]?.data?.sessions ?? 0,
  }));
  const [best] = known.toSorted((a, b) => b.sessions - a.sessions);
  return best && best.sessions > 0 ? best : null;
}
