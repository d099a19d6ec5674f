import type { RefreshRequest } from '@matinee/server/contract';
import { daysOf, parseMonth } from '../lib/month.ts';
import { useSelection } from '../lib/selection/use-selection.ts';
import type { SessionsFilter } from '../lib/sessions-query.ts';
import { useRefresh } from '../lib/use-refresh.ts';

/** The way to have the list on screen read from Zoom again; null where there is none. */
export function useRefreshShown(): (() => void) | null {
  const { shown } = useSelection();
  const request = shown ? toRequest(shown.filter) : null;
  const { onRefresh } = useRefresh(request ?? { trash: 'session_recordings' });
  return request ? onRefresh : null;
}

function toRequest({ month, from, to, trash }: SessionsFilter): RefreshRequest | null {
  if (trash) return { trash };
  const parsed = parseMonth(month ?? '');
  if (parsed) return daysOf(parsed);
  return from && to ? { from, to } : null;
}
