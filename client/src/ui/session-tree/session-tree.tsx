import type { RecordingFile, Session } from '@matinee/server/contract';
import { type CSSProperties, type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import { region } from '../../lib/regions.ts';
import { timeZoneSetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';
import styles from './session-tree.module.css';
import type { TreeColumn } from './tree-column.ts';
import { TreeHeader } from './tree-header.tsx';
import { createTreeModel, type TreeItem } from './tree-model.ts';
import { TreeRow } from './tree-row.tsx';
import type { TreeSelection } from './tree-selection.ts';
import { useActiveRow } from './use-active-row.ts';
import { useRowHeight } from './use-row-height.ts';
import { useScrollMargin } from './use-scroll-margin.ts';
import { type TreeAction, useTreeActions } from './use-tree-actions.ts';
import { useTreeSelection } from './use-tree-selection.ts';
import { useTreeVirtualizer } from './use-tree-virtualizer.ts';

export interface SessionTreeProps {
  label: string;
  columns: readonly TreeColumn[];
  /** Sets `--columns`, the widths per breakpoint. */
  className: string | undefined;
  sessions: readonly Session[];
  total: number;
  filesOf: (session: Session) => readonly RecordingFile[];
  labelOf: (item: TreeItem) => string;
  openIds: readonly string[];
  onOpenIds: (ids: string[]) => void;
  sort: string;
  onSort: (sort: string) => void;
  isBusy: boolean;
  initialKey: string | null;
  onActiveKey: (key: string) => void;
  /** Enter and `d`. Left out, Enter shows and hides a session's files. */
  onAction?: (action: TreeAction, item: TreeItem) => void;
  onNearEnd: () => void;
  /** Left out, rows cannot be chosen. */
  selection?: TreeSelection;
}

/** Sessions and, below each open one, its files: a treegrid (APG) that draws only the rows near the window. */
export function SessionTree(props: SessionTreeProps) {
  const { sessions, total, columns, selection } = props;
  const { rows, rowHeight, model, activeRow, drawn, totalHeight, selecting, handlers } = useTree(props);
  const timeZone = useSetting(timeZoneSetting);

  return (
    <div
      role="treegrid"
      aria-label={props.label}
      aria-rowcount={1 + total + model.rowCount - sessions.length}
      aria-multiselectable={selection ? true : undefined}
      aria-busy={props.isBusy}
      data-selectable={selection ? true : undefined}
      className={`${styles.tree} ${props.className ?? ''}`}
      style={{ '--row-height': `${rowHeight}px` } as CSSProperties} // A custom property is unknown to the type.
      {...region}
      {...handlers}
    >
      <TreeHeader columns={columns} sort={props.sort} onSort={props.onSort} {...selecting.header} />
      <TreeRows container={rows} height={totalHeight}>
        {drawn.map((place) => (
          <TreeRow
            key={place.item.key}
            {...place}
            label={props.labelOf(place.item)}
            isActive={place.row === activeRow}
            columns={columns}
            timeZone={timeZone}
            {...selecting.toRow(place.item)}
          />
        ))}
      </TreeRows>
    </div>
  );
}

/** What a tree is made of: its rows, the ones that are drawn and where, which is active, which are chosen, what keys do. */
function useTree(props: SessionTreeProps) {
  const { sessions, total, openIds, filesOf } = props;
  const rows = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const scrollMargin = useScrollMargin(rows);
  const model = useMemo(
    () => createTreeModel({ sessions, total, openIds, filesOf }),
    [sessions, total, openIds, filesOf],
  );
  const active = useActiveRow({ ...props, model, container: rows });

  const virtualizer = useTreeVirtualizer({ model, rowHeight, scrollMargin, keptRows: active.keptRows });
  useNearEnd({ lastRow: virtualizer.range?.endIndex ?? 0, model, rowHeight, onNearEnd: props.onNearEnd });

  const selecting = useTreeSelection({ ...props, model });
  const actions = useTreeActions({
    ...props,
    ...selecting.actions,
    model,
    activeRow: active.row,
    rowHeight,
    focusRow(row) {
      active.focusRow(row);
      // The first row brings back what stands above it: month, filters, freshness.
      if (row === 0) window.scrollTo({ top: 0 });
      else virtualizer.scrollToIndex(row, { align: 'auto' });
    },
  });

  const drawn = virtualizer.getVirtualItems().flatMap((virtual) => {
    const item = model.at(virtual.index);
    return item ? [{ item, row: virtual.index, top: virtual.start - scrollMargin }] : [];
  });

  return {
    rows,
    rowHeight,
    model,
    activeRow: active.row,
    drawn,
    totalHeight: virtualizer.getTotalSize(),
    selecting,
    handlers: { ...actions, ...active.handlers },
  };
}

interface TreeRowsProps {
  container: RefObject<HTMLDivElement | null>;
  /** Of all rows, drawn or not, in pixels. */
  height: number;
  children: ReactNode;
}

function TreeRows({ container, height, children }: TreeRowsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow.
    <div role="rowgroup">
      <div ref={container} role="presentation" className={styles.rows} style={{ height }}>
        {children}
      </div>
    </div>
  );
}

interface NearEnd {
  lastRow: number;
  model: { rowCount: number };
  rowHeight: number;
  onNearEnd: () => void;
}

/** Asks for more rows when fewer than two screens of them remain below. */
function useNearEnd({ lastRow, model, rowHeight, onNearEnd }: NearEnd): void {
  const twoScreens = Math.ceil((2 * window.innerHeight) / rowHeight);
  const isNear = model.rowCount - lastRow <= twoScreens;
  useEffect(() => {
    if (isNear) onNearEnd();
  }, [isNear, onNearEnd]);
}
