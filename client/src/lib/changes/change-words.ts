import type { Change, ChangeAction } from '@matinee/server/contract';

/** What became of a change, in a sentence or two. `things`: `12 sessions`, as it was asked for. */
export function outcomeWords(change: Change, things: string): string {
  const { done, failed, unknown, cancelled, total } = change.counts;
  const parts = [
    failed + cancelled + unknown === 0
      ? allDone[change.action](things)
      : someDone[change.action]({ done, total, failed }),
    unknown > 0 ? `Of ${unknown} nobody can say what became of them.` : '',
    cancelled > 0 ? `${cancelled} were left as they were.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

const allDone: Record<ChangeAction, (things: string) => string> = {
  trash: (things) => `Moved ${things} to trash.`,
  restore: (things) => `Restored ${things}.`,
  delete: (things) => `Deleted ${things} for good.`,
};

interface Counts {
  done: number;
  total: number;
  failed: number;
}

const someDone: Record<ChangeAction, (counts: Counts) => string> = {
  trash: ({ done, total, failed }) => `Moved ${done} of ${total} to trash.${refused(failed)}`,
  restore: ({ total, failed }) =>
    `Zoom could not restore ${failed} of ${total}. They may already be deleted.`,
  delete: ({ done, failed }) => `Deleted ${done}. ${failed} are still in trash.`,
};

function refused(failed: number): string {
  return failed > 0 ? ` Zoom refused ${failed}.` : '';
}

/** What is under way: `Moving 12 sessions to trash`. */
export function actionWords(action: ChangeAction, things: string): string {
  if (action === 'trash') return `Moving ${things} to trash`;
  return action === 'restore' ? `Restoring ${things}` : `Deleting ${things} for good`;
}

/** What became of a change that was under way when the owner turned changes off. */
export function turnedOffWords({ counts: { queued, total } }: Change): string {
  return `Changes were turned off when ${total - queued} of ${total} were done. The others wait until MATINEE_ALLOW_CHANGES=1 turns them on again.`;
}
