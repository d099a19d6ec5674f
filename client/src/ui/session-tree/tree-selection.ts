import type { Session } from '@matinee/server/contract';

/** Which sessions are chosen, and the way to choose others. Made anew with each change, so that rows know. */
export interface TreeSelection {
  has: (sessionId: string) => boolean;
  change: (change: { add?: readonly Session[]; remove?: readonly Session[] }) => void;
}

/** How much of the loaded rows is chosen. */
export type SelectedShare = 'none' | 'some' | 'all';

/** Counts only as far as needed: a hundred thousand rows may be loaded. */
export function toSelectedShare(
  sessions: readonly Session[],
  { has }: Pick<TreeSelection, 'has'>,
): SelectedShare {
  const first = sessions[0];
  if (!first) return 'none';
  const isFirst = has(first.id);
  if (sessions.some(({ id }) => has(id) !== isFirst)) return 'some';
  return isFirst ? 'all' : 'none';
}
