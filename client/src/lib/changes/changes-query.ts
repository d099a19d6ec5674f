import type { Change, Changes } from '@matinee/server/contract';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { getJson } from '../http.ts';

/** The latest changes, newest first; kept true by events. */
export function changesQuery() {
  return queryOptions({
    queryKey: ['changes'],
    queryFn: ({ signal }) => getJson<Changes>('/api/changes', signal),
  });
}

/** Puts the news about one change among the others, or before them when it is new. What is over stays over: news may overtake. */
export function showChange(queryClient: QueryClient, change: Change): void {
  queryClient.setQueryData<Changes>(['changes'], (known) => {
    if (!known) return known;
    const isKnown = known.changes.some(({ id }) => id === change.id);
    const changes = known.changes.map((other) => (other.id === change.id && !isOver(other) ? change : other));
    return { changes: isKnown ? changes : [change, ...changes] };
  });
}

/** Whether nothing more will come of it. */
export function isOver({ state }: Change): boolean {
  return state === 'done' || state === 'cancelled';
}

/** Whether it stands because the owner has turned changes off since it was begun. */
export function isTurnedOff({ problem }: Change): boolean {
  return problem?.type === '/problems/changes-off';
}
