import type { ChangeAction } from '../contract/index.ts';
import type { Run } from './runs.ts';

/** Zoom tells of a change within moments; what it tells later than so long after the end is looked into like any other news. */
const TOLD_WITHIN_MS = 120_000;

/** What changes of ours are moving or have just moved: Zoom will tell of it, and that is no news. In memory alone: after a restart all is news. */
export function createExpectedMoves(now: () => number) {
  const changes = new Map<number, { action: ChangeAction; sessions: ReadonlySet<string>; untilMs: number }>();

  function forget(): void {
    for (const [n, { untilMs }] of changes) if (untilMs < now()) changes.delete(n);
  }

  return {
    begin({ record: { n, action }, queue }: Run): void {
      const sessions = new Set(queue.map(({ zoomId }) => zoomId));
      changes.set(n, { action, sessions, untilMs: Number.POSITIVE_INFINITY });
    },
    end(n: number): void {
      const known = changes.get(n);
      if (known) changes.set(n, { ...known, untilMs: now() + TOLD_WITHIN_MS });
    },
    has(move: { zoomId: string; action: ChangeAction }): boolean {
      forget();
      return [...changes.values()].some(
        ({ action, sessions }) => action === move.action && sessions.has(move.zoomId),
      );
    },
  };
}
