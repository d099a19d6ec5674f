import { randomBytes } from 'node:crypto';
import { SelectionNotFound } from './errors.ts';

/** From choosing to saving it is a moment; a browser left open over lunch may be told to choose again. */
const LIFE_MS = 30 * 60_000;
/** 20 of 10,000 ids each are some 20 MB. */
const MOST_KEPT = 20;

/** Keeps what people chose, in memory, for half an hour; the oldest goes when there are too many. Ids are Zoom's. */
export function createSelections(now: () => number) {
  const kept = new Map<string, { zoomIds: readonly string[]; untilMs: number }>();

  function forgetOld(): void {
    for (const [id, { untilMs }] of kept) if (untilMs <= now()) kept.delete(id);
  }

  return {
    /** Keeps them under a new id. */
    keep(zoomIds: readonly string[]): string {
      forgetOld();
      const [oldest] = kept.keys();
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      const id = randomBytes(18).toString('base64url');
      kept.set(id, { zoomIds, untilMs: now() + LIFE_MS });
      return id;
    },
    /** @throws SelectionNotFound. */
    find(id: string): readonly string[] {
      forgetOld();
      const selection = kept.get(id);
      if (!selection) throw new SelectionNotFound('This selection is no longer known. Select again.');
      return selection.zoomIds;
    },
  };
}
