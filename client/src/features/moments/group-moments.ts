import type { Moment } from '@matinee/server/contract';

/** Moments of one session that follow one another in the answer. */
export interface MomentGroup {
  /** Of its first line. */
  key: string;
  session: Moment['session'];
  moments: Moment[];
}

/**
 * What stands together under one heading, in the order of the session's clock. A line that came twice, because the index grew between
 * two pages, is shown once.
 */
export function groupMoments(moments: readonly Moment[]): MomentGroup[] {
  const groups: MomentGroup[] = [];
  const seen = new Set<string>();
  for (const moment of moments) {
    const key = keyOfMoment(moment);
    if (seen.has(key)) continue;
    seen.add(key);
    const last = groups.at(-1);
    if (last?.session.id === moment.session.id) last.moments.push(moment);
    else groups.push({ key, session: moment.session, moments: [moment] });
  }
  for (const { moments: own } of groups) own.sort(compareSeconds);
  return groups;
}

/** The search gives file after file. What tells no time comes last. */
function compareSeconds(a: Moment, b: Moment): number {
  const [one, other] = [a, b].map(({ sessionSeconds }) => sessionSeconds ?? Number.MAX_VALUE);
  return (one ?? 0) - (other ?? 0);
}

/** The line's own name among all lines of the library. */
export function keyOfMoment({ fileId, lineIndex }: Moment): string {
  return `${fileId}:${lineIndex}`;
}
