import type { Months } from '@matinee/server/contract';
import { useMemo } from 'react';
import { plural } from '../../lib/format.ts';
import { formatMonth, type Month } from '../../lib/month.ts';
import { useSessionList } from '../../lib/use-session-list.ts';
import { NoMatch } from '../../ui/no-match.tsx';
import { filesOfSession, labelOfItem } from '../../ui/session-cells/row-label.ts';
import { SessionList } from '../../ui/session-list.tsx';
import type { TreeItem } from '../../ui/session-tree/tree-model.ts';
import type { TreeAction } from '../../ui/session-tree/use-tree-actions.ts';
import { EmptyMonth } from './empty-month.tsx';
import { recordingsColumns } from './recordings-columns.tsx';
import styles from './recordings-list.module.css';
import { RecordingsToolbar } from './recordings-toolbar.tsx';
import { type RecordingsView, toDays, toFilter, type ViewChange } from './recordings-view.ts';

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
}

/** The recordings of a month, or of all: what they are narrowed to, how fresh they are, and the rows. */
export function RecordingsList({ view, latest, months, onView, ...rows }: RecordingsListProps) {
  const range = { oldest: oldestOf(months) ?? latest, latest };
  const list = useSessionList(toFilter(view, range));
  const shownMonth = view.month === 'all' ? null : view.month;
  const columns = useMemo(() => recordingsColumns(shownMonth), [shownMonth]);
  const place = shownMonth ? formatMonth(shownMonth) : 'all months';
  const q = view.q.trim();
  const widen = view.month === 'all' ? undefined : () => onView({ month: 'all' });

  return (
    <>
      <RecordingsToolbar
        view={view}
        list={list}
        days={toDays(view, range)}
        place={place}
        onView={onView}
        onWiden={widen}
      />
      <SessionList
        {...rows}
        list={list}
        label={`Recordings of ${place}`}
        className={styles.columns}
        columns={columns}
        filesOf={filesOfSession}
        labelOf={labelOfItem}
        openIds={view.open}
        onOpenIds={(open) => onView({ open })}
        sort={view.sort}
        onSort={(sort) => onView({ sort })}
        empty={
          q || view.type ? (
            <NoMatch q={q} onClear={() => onView(q ? { q: '' } : { type: '' })} onWiden={widen} />
          ) : (
            <EmptyMonth month={view.month} months={months} onMonth={(month) => onView({ month })} />
          )
        }
        end={`End of ${q || view.type ? 'what matches in ' : ''}${place} · ${plural(list.totals?.sessions ?? 0, 'session')}`}
      />
    </>
  );
}

function oldestOf(months: Months): Month | undefined {
  // The contract's month is checked by the server; the narrower type is ours.
  return months.at(-1)?.month as Month | undefined;
}
