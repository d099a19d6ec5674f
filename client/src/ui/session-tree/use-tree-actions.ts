import type { KeyboardEvent, MouseEvent } from 'react';
import { areSingleKeysOn } from '../../lib/single-keys.ts';
import { type TreeCommand, toTreeCommand } from './tree-keys.ts';
import type { TreeItem, TreeModel } from './tree-model.ts';

export type TreeAction = 'open' | 'download';

interface TreeActionsOptions {
  model: TreeModel;
  activeRow: number;
  rowHeight: number;
  openIds: readonly string[];
  onOpenIds: (ids: string[]) => void;
  onAction?: ((action: TreeAction, item: TreeItem) => void) | undefined;
  focusRow: (row: number) => void;
}

/** Keys of a link or a button inside a row that belong to it, not to the row. */
const keysOfControls = new Set(['Enter', 'ArrowRight']);

/** What keys and clicks inside the tree do. Nothing is done with Ctrl, Alt or Meta. */
export function useTreeActions(options: TreeActionsOptions) {
  const { model, activeRow, rowHeight, openIds, onOpenIds, onAction, focusRow } = options;

  function toggle(item: TreeItem): void {
    const others = openIds.filter((id) => id !== item.session.id);
    onOpenIds(item.isExpanded ? others : [...others, item.session.id]);
  }

  function run(command: TreeCommand, item: TreeItem): void {
    if (command.type === 'move') focusRow(command.row);
    else if (command.type === 'expand' || command.type === 'collapse') toggle(item);
    else if (onAction) onAction(command.type, item);
    else if (command.type === 'open' && item.isExpandable) toggle(item);
  }

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const item = model.at(activeRow);
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (!item || !row) return;
    const isInControl = row !== event.target;
    if (isInControl && (event.key === 'ArrowLeft' || event.key === 'Escape')) {
      event.preventDefault();
      event.stopPropagation();
      row.focus();
      return;
    }
    if ((isInControl && keysOfControls.has(event.key)) || isSwitchedOff(event.key)) return;
    const command = toTreeCommand(event, {
      row: activeRow,
      rowCount: model.rowCount,
      pageRows: Math.max(1, Math.floor((window.innerHeight - 160) / rowHeight)),
      isExpandable: item.isExpandable,
      isExpanded: item.isExpanded,
      parentRow: item.parentRow,
    });
    if (!command) return;
    event.preventDefault();
    run(command, item);
  }

  function handleClick(event: MouseEvent<HTMLElement>): void {
    const button = event.target instanceof Element ? event.target.closest('[data-toggle]') : null;
    const row = button?.closest<HTMLElement>('[data-row]');
    const item = row ? model.at(Number(row.dataset.row)) : undefined;
    if (item) toggle(item);
  }

  return { handleKey, handleClick };
}

function isSwitchedOff(key: string): boolean {
  return key.length === 1 && !areSingleKeysOn();
}
