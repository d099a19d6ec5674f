import { memo } from 'react';
import { SelectBox } from './select-box.tsx';
import styles from './session-tree.module.css';
import type { TreeColumn } from './tree-column.ts';
import type { TreeItem } from './tree-model.ts';

interface TreeRowProps {
  item: TreeItem;
  row: number;
  /** Distance from the top of the rows, in pixels. */
  top: number;
  label: string;
  isActive: boolean;
  columns: readonly TreeColumn[];
  /** Cells write times in it without being told: a change draws them anew. */
  timeZone: string;
  /** Undefined on rows that cannot be chosen. */
  isSelected: boolean | undefined;
  /** Whether this list has a column of boxes. */
  isSelectable: boolean;
}

/** One row. It has no handlers of its own: the tree hears keys, focus and clicks for all of them. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { item, row, top, label, isActive, columns, isSelected } = props;
  const { file, session } = item;
  const context = { tabIndex: isActive ? 0 : -1, isExpanded: item.isExpanded } as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow.
    <div
      role="row"
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      tabIndex={context.tabIndex}
      aria-label={label}
      // The header is the first row.
      aria-rowindex={row + 2}
      aria-level={file ? 2 : 1}
      aria-posinset={item.posInSet}
      aria-setsize={item.setSize}
      aria-expanded={item.isExpandable ? item.isExpanded : undefined}
      aria-selected={isSelected}
      data-key={item.key}
      data-row={row}
    >
      {props.isSelectable && (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        // biome-ignore lint/a11y/useFocusableInteractive: rows take the focus, as below.
        <div role="gridcell" className={styles.cell} data-column="select">
          {isSelected !== undefined && <SelectBox session={session} isSelected={isSelected} />}
        </div>
      )}
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        // biome-ignore lint/a11y/useFocusableInteractive: in this tree rows take the focus, not cells (APG treegrid).
        <div
          key={column.id}
          role="gridcell"
          className={styles.cell}
          data-column={column.id}
          data-numeric={column.isNumeric || undefined}
        >
          {file ? column.renderFile(file, context, session) : column.renderSession(session, context)}
        </div>
      ))}
    </div>
  );
}, isSameRow);

/** Items are made anew with each draw; what they show changes only with these. */
function isSameRow(before: TreeRowProps, after: TreeRowProps): boolean {
  return (
    before.item.session === after.item.session &&
    before.item.file === after.item.file &&
    before.item.isExpanded === after.item.isExpanded &&
    before.item.isExpandable === after.item.isExpandable &&
    before.item.setSize === after.item.setSize &&
    before.item.posInSet === after.item.posInSet &&
    before.row === after.row &&
    before.top === after.top &&
    before.label === after.label &&
    before.isActive === after.isActive &&
    before.columns === after.columns &&
    before.timeZone === after.timeZone &&
    before.isSelected === after.isSelected &&
    before.isSelectable === after.isSelectable
  );
}
