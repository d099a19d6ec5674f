import type { Months } from '@matinee/server/contract';
import { type ReactNode, useMemo } from 'react';
import { plural } from '../../lib/format.ts';
import { formatMonth, type Month } from '../../lib/month.ts';
import { useListSelection, useShowList } from '../../lib/selection/use-selection.ts';
import { useSessionList } from '../../lib/use-session-list.ts';
import { filesOfSession, labelOfItem } from '../../ui/session-cells/row-label.ts';
import { SessionList } from '../../ui/session-list.tsx';
import type { TreeItem } from '../../ui/session-tree/tree-model.ts';
import type { TreeAction } from '../../ui/session-tree/use-tree-actions.ts';
import { EmptyMonth } from './empty-month.tsx';
import { activeFilters } from './filters/filter-words.ts';
import { RelaxedNoMatch } from './filters/relaxed-no-match.tsx';
import { NewRowsChip } from './new-rows-chip.tsx';
import { recordingsColumns } from './recordings-columns.tsx';
import styles from './recordings-list.module.css';
import { RecordingsToolbar } from './recordings-toolbar.tsx';
import { type RecordingsView, toDays, toFilter, type ViewChange } from './recordings-view.ts';
import { useSteadyList } from './use-steady-list.ts';

export interface RecordingsListProps {
  view: RecordingsView;
  /** The current UTC month. */
  latest: Month;
  months: Months;
  /** Changes what the address says. */
  onView: (change: ViewChange) => void;
  onAction: (action: TreeAction, item: TreeItem) => void;
  initialKey: string | null;
  onActiveKey: (key: string) => void;
  /** The month that one comes back to from everywhere. */
  home: Month;
  /** What stands beside the filters. */
  searches?: ReactNode;
  /** What can be done with all that match: buttons for the toolbar. */
  actions?: ReactNode;
}

/** The recordings of a month, or of all: what they are narrowed to, how fresh they are, and the rows. */
export function RecordingsList({
  view,
  latest,
  months,
  home,
  onView,
  searches,
  actions,
  ...rows
}: RecordingsListProps) {
  const range = { oldest: oldestOf(months) ?? latest, latest };
  const filter = toFilter(view, range);
  const list = useSessionList(filter);
  const selection = useListSelection(filter);
  const shownMonth = view.month === 'all' ? null : view.month;
  const columns = useMemo(() => recordingsColumns(shownMonth), [shownMonth]);
  const place = shownMonth ? formatMonth(shownMonth) : 'all months';
  const steady = useSteadyList(list, JSON.stringify({ ...filter, from: undefined }));
  // Rows that wait behind the chip are not on screen: whoever selects all that are loaded has not seen them.
  useShowList({ filter, list: { ...list, sessions: steady.list.sessions }, place });
  const isNarrowed = view.q.trim() !== '' || activeFilters(view).length > 0;

  return (
    <>
      <RecordingsToolbar
        view={view}
        list={list}
        home={home}
        days={toDays(view, range)}
        place={place}
        onView={onView}
        searches={searches}
        actions={actions}
      />
      <div ref={steady.region}>
        <NewRowsChip count={steady.newCount} onShow={steady.onShowNew} />
        <SessionList
          {...rows}
          selection={selection}
          list={steady.list}
          label={`Recordings of ${place}`}
          className={shownMonth ? styles.columns : `${styles.columns} ${styles.everywhere}`}
          columns={columns}
          filesOf={filesOfSession}
          labelOf={labelOfItem}
          openIds={view.open}
          onOpenIds={(open) => onView({ open })}
          sort={view.sort}
          onSort={(sort) => onView({ sort })}
          empty={
            isNarrowed ? (
              <RelaxedNoMatch view={view} range={range} onView={onView} />
            ) : (
              <EmptyMonth month={view.month} months={months} onMonth={(month) => onView({ month })} />
            )
          }
          end={`End of ${isNarrowed ? 'what matches in ' : ''}${place} · ${plural(list.totals?.sessions ?? 0, 'session')}`}
        />
      </div>
    </>
  );
}

function oldestOf(months: Months): Month | undefined {
  // The contract's month is checked by the server; the narrower type is ours.
  return months.at(-1)?.month as Month | undefined;
}
