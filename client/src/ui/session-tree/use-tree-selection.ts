import type { Session } from '@matinee/server/contract';
import { useMemo } from 'react';
import type { TreeItem, TreeModel } from './tree-model.ts';
import { type TreeSelection, toSelectedShare } from './tree-selection.ts';
import { useRangeSelection } from './use-range-selection.ts';

interface TreeSelectionOptions {
  model: TreeModel;
  /** The rows that are loaded. */
  sessions: readonly Session[];
  selection?: TreeSelection;
}

/** What the parts of a tree need to show and change what is chosen; nothing can be where there is no `selection`. */
export function useTreeSelection({ model, sessions, selection }: TreeSelectionOptions) {
  const ranges = useRangeSelection({ model, selection: selection ?? unselectable });
  const share = useMemo(
    () => (selection ? toSelectedShare(sessions, selection) : 'none'),
    [sessions, selection],
  );
  const selectLoaded = (isSelected: boolean): void =>
    selection?.change(isSelected ? { add: sessions } : { remove: sessions });

  return {
    /** For the header's box; nothing to spread where nothing can be chosen. */
    header: selection ? { selected: { share, rows: sessions.length, onChange: selectLoaded } } : {},
    actions: { ranges: selection ? ranges : null, onSelectLoaded: () => selectLoaded(true) },
    toRow: ({ session, file }: TreeItem) => ({
      isSelectable: selection !== undefined,
      isSelected: selection && !file ? selection.has(session.id) : undefined,
    }),
  };
}

const unselectable: TreeSelection = { has: () => false, change: () => {} };
