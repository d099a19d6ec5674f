import type { MonthSummary } from '@matinee/server/contract';
import { formatBytes, plural } from '../../lib/format.ts';
import { formatMonth, type Month } from '../../lib/month.ts';

export type MonthState = MonthSummary['state'];

/** What a month's state is called beside its name. */
export const stateWords: Readonly<Record<MonthState, string>> = {
  complete: 'complete',
  syncing: 'being read',
  partial: 'incomplete',
  failed: 'could not be read',
  unread: 'not read yet',
};

/** A month's bar in words: `October 2026, 212 GB, 1,204 sessions`; a state that needs attention is said, too. */
export function describeMonth(summary: MonthSummary): string {
  const { bytes, sessions, state } = summary;
  const content = sessions > 0 ? [formatBytes(bytes), plural(sessions, 'session')] : emptyWords(state);
  const isPlain = state === 'complete' || (state === 'unread' && sessions === 0);
  return [formatMonth(monthOfSummary(summary)), ...content, ...(isPlain ? [] : [stateWords[state]])].join(
    ', ',
  );
}

/** The contract's month is checked by the server; the narrower type is ours. */
export function monthOfSummary({ month }: Pick<MonthSummary, 'month'>): Month {
  return month as Month;
}

/** Of a month that was never read nobody knows whether it is empty. */
function emptyWords(state: MonthState): string[] {
  if (state === 'complete') return ['no recordings'];
  return state === 'unread' ? [stateWords.unread] : [];
}
