import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { SelectLoadedBox } from './select-box.tsx';
import styles from './session-tree.module.css';
import { nextSort, toAriaSort } from './sort.ts';
import type { TreeColumn } from './tree-column.ts';
import type { SelectedShare } from './tree-selection.ts';

interface TreeHeaderProps {
  columns: readonly TreeColumn[];
  sort: string;
  onSort: (sort: string) => void;
  /** How many of the loaded `rows` are chosen; left out where none can be. */
  selected?: { share: SelectedShare; rows: number; onChange: (isSelected: boolean) => void };
}

/** The row of column names; those that sort are buttons. */
export function TreeHeader({ columns, sort, onSort, selected }: TreeHeaderProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow.
    <div role="rowgroup" className={styles.headerGroup}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the buttons inside are focusable, not the row. */}
      <div role="row" aria-rowindex={1} className={styles.headerRow}>
        {selected && (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          // biome-ignore lint/a11y/useFocusableInteractive: the box inside is focusable, not the cell.
          <div role="columnheader" className={styles.headerCell} data-column="select">
            <SelectLoadedBox {...selected} />
          </div>
        )}
        {columns.map((column) => (
          <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
}

interface HeaderCellProps {
  column: TreeColumn;
  sort: string;
  onSort: (sort: string) => void;
}

function HeaderCell({ column, sort, onSort }: HeaderCellProps) {
  const { sortField } = column;
  const direction = sortField ? toAriaSort(sort, sortField) : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow.
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside is focusable, not the cell.
    <div
      role="columnheader"
      aria-sort={direction}
      className={styles.headerCell}
      data-column={column.id}
      data-numeric={column.isNumeric || undefined}
    >
      {sortField ? (
        <button type="button" className={styles.sortButton} onClick={() => onSort(nextSort(sort, sortField))}>
          {column.header}
          <SortMark direction={direction} />
        </button>
      ) : (
        <span className={column.isHeaderHidden ? 'visually-hidden' : undefined}>{column.header}</span>
      )}
    </div>
  );
}

function SortMark({ direction }: { direction: 'ascending' | 'descending' | 'none' | undefined }) {
  if (direction === 'ascending') return <ArrowUp size={14} aria-hidden />;
  if (direction === 'descending') return <ArrowDown size={14} aria-hidden />;
  return <ChevronsUpDown size={14} aria-hidden className={styles.sortIdle} />;
}
