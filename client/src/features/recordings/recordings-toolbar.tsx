import type { ReactNode } from 'react';
import { formatBytes, plural } from '../../lib/format.ts';
import { toFreshness } from '../../lib/freshness.ts';
import type { Month } from '../../lib/month.ts';
import { region } from '../../lib/regions.ts';
import { useRefresh } from '../../lib/use-refresh.ts';
import type { SessionListState } from '../../lib/use-session-list.ts';
import { FreshnessLine } from '../../ui/freshness-line.tsx';
import { SortSelect } from '../../ui/sort-select.tsx';
import { StaleNote } from '../../ui/stale-note.tsx';
import toolbar from '../../ui/toolbar.module.css';
import { FilterBar } from './filters/filter-bar.tsx';
import { activeFilters } from './filters/filter-words.ts';
import { FoldedFilters } from './filters/folded-filters.tsx';
import { ScopeSwitch } from './filters/scope-switch.tsx';
import styles from './recordings-toolbar.module.css';
import type { RecordingsView, ViewChange } from './recordings-view.ts';

interface RecordingsToolbarProps {
  view: RecordingsView;
  list: SessionListState;
  /** The month that one comes back to from everywhere. */
  home: Month;
  days: { from: string; to: string };
  /** `November 2026` or `all months`. */
  place: string;
  onView: (change: ViewChange) => void;
  searches?: ReactNode;
  actions?: ReactNode;
}

const sortChoices = [
  { value: '-start', label: 'Newest first' },
  { value: 'start', label: 'Oldest first' },
  { value: 'name', label: 'Name' },
  { value: '-size', label: 'Largest first' },
  { value: '-duration', label: 'Longest first' },
  { value: 'size', label: 'Smallest first' },
  { value: 'duration', label: 'Shortest first' },
  { value: '-name', label: 'Name, Z to A' },
  { value: '-files', label: 'Most files first' },
  { value: 'files', label: 'Fewest files first' },
] as const;

/** What the list is narrowed to, what it comes to, and how fresh it is. */
export function RecordingsToolbar(props: RecordingsToolbarProps) {
  const { view, list, days, place, onView, home } = props;
  const refresh = useRefresh(days);
  const freshness = toFreshness(list.windows);
  return (
    <div className={toolbar.bar}>
      <fieldset className={styles.filters} aria-label="Filters" {...region}>
        <ScopeSwitch month={view.month} home={home} onMonth={(month) => onView({ month })} />
        <FoldedFilters count={activeFilters(view).length}>
          <FilterBar view={view} onView={onView} />
          {props.searches}
        </FoldedFilters>
      </fieldset>
      <div className={toolbar.group}>
        <SortSelect sort={view.sort} choices={sortChoices} onSort={(sort) => onView({ sort })} />
        <p role="status" className={toolbar.totals}>
          {totalsWords({ view, list, place })}
        </p>
        {list.sessions.length > 0 && <span className={styles.actions}>{props.actions}</span>}
      </div>
      {freshness && <FreshnessLine key={freshness.problem?.type} freshness={freshness} {...refresh} />}
      <StaleNote since={list.staleSince} onRetry={list.onRetry} />
    </div>
  );
}

/** `1,204 sessions · 212.4 GB`, or how many match a search. */
function totalsWords({ view, list, place }: Pick<RecordingsToolbarProps, 'view' | 'list' | 'place'>): string {
  const { totals } = list;
  if (!totals || list.isLoading) return '';
  const q = view.q.trim();
  if (q)
    return `${plural(totals.sessions, 'session')} match${totals.sessions === 1 ? 'es' : ''} '${q}' ${view.month === 'all' ? 'everywhere' : `in ${place}`}`;
  return totals.sessions === 0 ? '' : `${plural(totals.sessions, 'session')} · ${formatBytes(totals.bytes)}`;
}
