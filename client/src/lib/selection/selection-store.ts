import {
  nothingSelected,
  type Selection,
  type SelectionChange,
  type ShownList,
  withChange,
} from './selection.ts';

export interface SelectionState {
  selection: Selection;
  /** The list on screen; null on pages without one. */
  shown: ShownList | null;
}

export interface SelectionStore {
  read(): SelectionState;
  /** Calls `listener` after each change. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  change(change: SelectionChange): void;
  /** Chooses every session that the list on screen asks for, loaded or not. */
  chooseMatching(): void;
  clear(): void;
  show(shown: ShownList | null): void;
}

/** Holds what is chosen as long as the tab, through every list and page. */
export function createSelectionStore(): SelectionStore {
  const listeners = new Set<() => void>();
  let state: SelectionState = { selection: nothingSelected, shown: null };

  function set(next: Partial<SelectionState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (change) => set({ selection: withChange(state.selection, { change, shown: state.shown }) }),
    chooseMatching() {
      const { shown } = state;
      if (!shown?.totals) return;
      const { filter, totals, place } = shown;
      set({ selection: { kind: 'matching', filter, totals, place } });
    },
    clear: () => set({ selection: nothingSelected }),
    show: (shown) => set({ shown }),
  };
}
