import type { KeyboardEvent, MouseEvent } from 'react';
import { keyNameOf } from '../../lib/key-name.ts';
import { areSingleKeysOn } from '../../lib/single-keys.ts';
import { type TreeCommand, toTreeCommand } from './tree-keys.ts';
import type { TreeItem, TreeModel } from './tree-model.ts';
import type { useRangeSelection } from './use-range-selection.ts';

export type TreeAction = 'open' | 'download' | 'trash' | 'restore' | 'delete';

interface TreeActionsOptions {
  model: TreeModel;
  activeRow: number;
  rowHeight: number;
  openIds: readonly string[];
  onOpenIds: (ids: string[]) => void;
  onAction?: ((action: TreeAction, item: TreeItem) => void) | undefined;
  /** Null where nothing can be chosen. */
  ranges: ReturnType<typeof useRangeSelection> | null;
  onSelectLoaded: () => void;
  focusRow: (row: number) => void;
}

/** Keys of a link, a button or a box inside a row that belong to it, not to the row. */
const keysOfControls = new Set(['Enter', 'Shift+Enter', 'ArrowRight', 'Space']);

/** What keys and clicks inside the tree do. */
export function useTreeActions(options: TreeActionsOptions) {
  const { model, activeRow, rowHeight, openIds, onOpenIds, onAction, ranges, focusRow } = options;

  function toggle(item: TreeItem): void {
    const others = openIds.filter((id) => id !== item.session.id);
    onOpenIds(item.isExpanded ? others : [...others, item.session.id]);
  }

  function run(command: TreeCommand, item: TreeItem): void {
    if (command.type === 'move') focusRow(command.row);
    else if (command.type === 'expand' || command.type === 'collapse') toggle(item);
    else if (isSelecting(command)) select(command, item);
    else if (onAction) onAction(command.type, item);
    else if (command.type === 'open' && item.isExpandable) toggle(item);
  }

  function select(command: SelectingCommand, item: TreeItem): void {
    if (command.type === 'select-loaded') options.onSelectLoaded();
    else if (command.type === 'select' && !item.file) ranges?.toggle(item);
    else if (command.type === 'extend') {
      ranges?.extendTo(command.row, activeRow);
      focusRow(command.row);
    }
  }

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    const name = event.defaultPrevented ? undefined : keyNameOf(event.nativeEvent);
    const item = model.at(activeRow);
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (name === undefined || !item || !row) return;
    const isInControl = row !== event.target;
    if (isInControl && (name === 'ArrowLeft' || name === 'Escape')) {
      event.preventDefault();
      event.stopPropagation();
      row.focus();
      return;
    }
    if ((isInControl && keysOfControls.has(name)) || isSwitchedOff(name)) return;
    const command = toTreeCommand(name, {
      row: activeRow,
      rowCount: model.rowCount,
      pageRows: Math.max(1, Math.floor((window.innerHeight - 160) / rowHeight)),
      isExpandable: item.isExpandable,
      isExpanded: item.isExpanded,
      parentRow: item.parentRow,
    });
    if (!command || (!ranges && isSelecting(command))) return;
    event.preventDefault();
    run(command, item);
  }

  function handleClick(event: MouseEvent<HTMLElement>): void {
    const control =
      event.target instanceof Element ? event.target.closest('[data-toggle], [data-select]') : null;
    const row = control?.closest<HTMLElement>('[data-row]');
    const item = row ? model.at(Number(row.dataset.row)) : undefined;
    if (!control || !row || !item) return;
    if (control.hasAttribute('data-toggle')) {
      toggle(item);
      return;
    }
    if (event.shiftKey) ranges?.extendTo(Number(row.dataset.row), null);
    else ranges?.toggle(item);
    // The keys of the row go on from here.
    row.focus({ preventScroll: true });
  }

  /** Shift with a click would mark the text from here to the click before. */
  function handleMouseDown(event: MouseEvent<HTMLElement>): void {
    if (event.shiftKey && event.target instanceof Element && event.target.closest('[data-select]')) {
      event.preventDefault();
    }
  }

  return { onKeyDown: handleKey, onClick: handleClick, onMouseDown: handleMouseDown };
}

type SelectingCommand = Extract<TreeCommand, { type: 'select' | 'extend' | 'select-loaded' }>;

function isSelecting(command: TreeCommand): command is SelectingCommand {
  return command.type === 'select' || command.type === 'extend' || command.type === 'select-loaded';
}

function isSwitchedOff(name: string): boolean {
  return name.length === 1 && !areSingleKeysOn();
}
