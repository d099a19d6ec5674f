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
  let place: string | undefined;

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
    show(shown) {
      // What was chosen among the live is nothing that could be restored, nor the other way round.
      const isElsewhere = shown !== null && place !== placeOf(shown) && place !== undefined;
      if (shown) place = placeOf(shown);
      set({ shown, ...(isElsewhere && { selection: nothingSelected }) });
    },
  };
}

/** The live recordings, or one of the two trashes. */
function placeOf({ filter }: ShownList): string {
  return filter.trash ?? 'live';
}
