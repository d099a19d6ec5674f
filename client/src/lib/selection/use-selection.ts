import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { SessionsFilter } from '../sessions-query.ts';
import type { SessionListState } from '../use-session-list.ts';
import { isSameQuestion, type SelectionSummary, type ShownList, summarize } from './selection.ts';
import type { SelectionState, SelectionStore } from './selection-store.ts';

/** The app provides one. */
export const SelectionContext = createContext<SelectionStore | null>(null);

/** The store of what is chosen. Throws outside the app. */
export function useSelectionStore(): SelectionStore {
  const store = useContext(SelectionContext);
  if (!store) throw new Error('no selection is provided');
  return store;
}

/** What is chosen, what it comes to, and the list on screen. */
export function useSelection(): SelectionState & { store: SelectionStore; summary: SelectionSummary } {
  const store = useSelectionStore();
  const state = useSyncExternalStore(store.subscribe, store.read);
  const summary = useMemo(() => summarize(state.selection, state.shown), [state]);
  return { ...state, store, summary };
}

interface ShowListOptions {
  filter: SessionsFilter;
  list: SessionListState;
  place: string;
}

/** Tells the rest of the page which list is on screen: what is exported, refreshed or chosen as a whole. */
export function useShowList({ filter, list, place }: ShowListOptions): void {
  const store = useSelectionStore();
  // A filter is made anew with each draw; only another question is news.
  const question = JSON.stringify(filter);
  const { sessions, isStale } = list;
  const totals = isStale ? null : list.totals;
  useEffect(() => {
    // It was written just above.
    const shown: ShownList = { filter: JSON.parse(question) as SessionsFilter, sessions, totals, place };
    store.show(shown);
  }, [store, question, sessions, totals, place]);
  useEffect(() => () => store.show(null), [store]);
}

/** Which rows of the list with this filter are chosen, and the way to choose them. */
export function useListSelection(filter: SessionsFilter) {
  const store = useSelectionStore();
  const { selection } = useSyncExternalStore(store.subscribe, store.read);
  const isWhole = selection.kind === 'matching' && isSameQuestion(selection.filter, filter);
  return useMemo(
    () => ({
      has: (sessionId: string) =>
        selection.kind === 'sessions' ? selection.sessions.has(sessionId) : isWhole,
      change: store.change,
    }),
    [store, selection, isWhole],
  );
}
