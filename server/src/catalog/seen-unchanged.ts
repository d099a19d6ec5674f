import { monthOfPosition, positionOfRid } from './position.ts';

/**
 * Which sessions a month list has shown again word for word, and when, as sequence numbers. Kept in memory: a refresh that
 * brings nothing new writes no row, and a pass that does not live to its end proves nothing anyway.
 */
export interface SeenUnchanged {
  add(rids: readonly number[], seq: number): void;
  /** True when such an answer has shown it since that sequence number. */
  isSince(rid: number, before: number): boolean;
  /** A pass over that month has ended: the next one asks only for what comes after it. */
  forgetMonth(month: string): void;
}

export function createSeenUnchanged(): SeenUnchanged {
  const months = new Map<string, Map<number, number>>();
  const monthOf = (rid: number) => monthOfPosition(positionOfRid(rid));
  return {
    add(rids, seq) {
      for (const rid of rids) {
        const seqOf = months.get(monthOf(rid)) ?? new Map<number, number>();
        months.set(monthOf(rid), seqOf.set(rid, seq));
      }
    },
    isSince: (rid, before) => (months.get(monthOf(rid))?.get(rid) ?? 0) >= before,
    forgetMonth(month) {
      months.delete(month);
    },
  };
}
