import { useCallback, useMemo } from 'react';
import { formatBytes, plural } from '../../lib/format.ts';
import { toFreshness } from '../../lib/freshness.ts';
import { formatMonth } from '../../lib/month.ts';
import { region } from '../../lib/regions.ts';
import { useListSelection, useShowList } from '../../lib/selection/use-selection.ts';
import { useRefresh } from '../../lib/use-refresh.ts';
import { type SessionListState, useSessionList } from '../../lib/use-session-list.ts';
import { FreshnessLine } from '../../ui/freshness-line.tsx';
import { SessionList } from '../../ui/session-list.tsx';
import type { TreeItem } from '../../ui/session-tree/tree-model.ts';
import type { TreeAction } from '../../ui/session-tree/use-tree-actions.ts';
import { SortSelect } from '../../ui/sort-select.tsx';
import { StaleNote } from '../../ui/stale-note.tsx';
import toolbar from '../../ui/toolbar.module.css';
import { EmptyTrash } from './empty-trash.tsx';
import { MonthFilter } from './month-filter.tsx';
import { trashedFiles } from './purge.ts';
import { trashColumns } from './trash-columns.tsx';
import { labelOfTrashItem } from './trash-label.ts';
import styles from './trash-list.module.css';
import type { TrashChange, TrashView } from './trash-view.ts';
import { useToday } from './use-today.ts';

interface TrashListProps {
  view: TrashView;
  /** Changes what the address says. */
  onView: (change: TrashChange) => void;
  /** Keys of change on a row; false when they did nothing. */
  onAction: (action: TreeAction, item: TreeItem) => boolean;
  initialKey: string | null;
  onActiveKey: (key: string) => void;
}

const sortChoices = [
  { value: 'purge', label: 'Deleted soonest' },
  { value: '-purge', label: 'Deleted last' },
  { value: 'name', label: 'Name' },
  { value: '-size', label: 'Largest first' },
  { value: '-start', label: 'Newest first' },
  { value: 'start', label: 'Oldest first' },
  { value: 'size', label: 'Smallest first' },
  { value: '-name', label: 'Name, Z to A' },
] as const;

/** One of the two trashes: what is in it and how long it will be. */
export function TrashList({ view, onView, onAction, ...rows }: TrashListProps) {
  const q = view.q.trim();
  const filter = {
    trash: view.kind,
    ...(view.month && { month: view.month }),
    sort: view.sort,
    ...(q && { q }),
  };
  const list = useSessionList(filter);
  const selection = useListSelection(filter);
  useShowList({ filter, list, place: `the trash${recordedIn(view)}` });
  const today = useToday();
  const columns = useMemo(() => trashColumns(today, view.kind), [today, view.kind]);
  const labelOf = useCallback((item: TreeItem) => labelOfTrashItem(item, today), [today]);

  return (
    <>
      <TrashToolbar view={view} list={list} onView={onView} />
      <SessionList
        {...rows}
        selection={selection}
        onAction={(action, item) => {
          // There is nothing to open in the trash but the row itself.
          if (!onAction(action, item) && action === 'open') onView({ open: toggled(view.open, item) });
        }}
        list={list}
        label="Trash"
        className={styles.columns}
        columns={columns}
        filesOf={trashedFiles}
        labelOf={labelOf}
        openIds={view.open}
        onOpenIds={(open) => onView({ open })}
        sort={view.sort}
        onSort={(sort) => onView({ sort })}
        empty={<EmptyTrash view={view} onView={onView} />}
        end={`End of the trash · ${plural(list.totals?.sessions ?? 0, 'session')}${recordedIn(view)}`}
      />
    </>
  );
}

function toggled(open: readonly string[], { session, isExpanded, file }: TreeItem): string[] {
  const others = open.filter((id) => id !== session.id);
  return isExpanded || file ? others : [...others, session.id];
}

function TrashToolbar({
  view,
  list,
  onView,
}: Pick<TrashListProps, 'view' | 'onView'> & { list: SessionListState }) {
  const refresh = useRefresh({ trash: view.kind });
  const freshness = toFreshness(list.windows);
  return (
    <div className={toolbar.bar}>
      <div className={toolbar.group}>
        <fieldset className={styles.filters} aria-label="Filters" {...region}>
          <MonthFilter trash={view.kind} month={view.month} onMonth={(month) => onView({ month })} />
        </fieldset>
        <SortSelect sort={view.sort} choices={sortChoices} onSort={(sort) => onView({ sort })} />
        <p role="status" className={toolbar.totals}>
          {totalsWords(list)}
        </p>
      </div>
      {freshness && <FreshnessLine key={freshness.problem?.type} freshness={freshness} {...refresh} />}
      <StaleNote since={list.staleSince} onRetry={list.onRetry} />
    </div>
  );
}

/** `3 sessions · 9 files · 1.2 GB`, of all that the filters let through. */
function totalsWords({ totals, isLoading }: SessionListState): string {
  if (!totals || isLoading || totals.sessions === 0) return '';
  const { sessions, files, bytes } = totals;
  return `${plural(sessions, 'session')} · ${plural(files, 'file')} · ${formatBytes(bytes)}`;
}

function recordedIn({ month }: TrashView): string {
  return month && `, recorded in ${formatMonth(month)}`;
}
