import { randomBytes } from 'node:crypto';
import type { ItemRecord } from '../catalog/changes/records.ts';
import type { ChangeTarget, Preview } from '../contract/index.ts';
import { PreviewRefused } from './errors.ts';

const LIFE_MS = 5 * 60_000;
/** Twenty of 10,000 ids each are some 20 MB. */
const MOST_KEPT = 20;

interface Kept {
  digest: string;
  typed: string;
  untilMs: number;
}

/** Keeps what may be deleted for good, in memory: a restart forgets it, and so allows nothing. */
export function createPreviews(now: () => number) {
  const kept = new Map<string, Kept>();

  function forgetOld(): void {
    for (const [id, { untilMs }] of kept) if (untilMs <= now()) kept.delete(id);
  }

  return {
    /** Makes the preview of these targets, given what the catalog says of each. */
    make(targets: readonly ChangeTarget[], items: readonly ItemRecord[]): Preview {
      forgetOld();
      const [oldest] = kept.keys();
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      const isGood = (index: number) => items[index]?.state === 'queued';
      const good = targets.filter((_target, index) => isGood(index));
      const refused = targets.flatMap((target, index) => {
        const text = items[index]?.problem;
        return text ? [{ ...target, problem: JSON.parse(text) }] : [];
      });
      const sums = items.filter(({ state }) => state === 'queued');
      const untilMs = now() + LIFE_MS;
      const typed = good.length === 0 ? null : `delete ${good.length}`;
      const id = typed === null ? null : randomBytes(18).toString('base64url');
      if (id !== null && typed !== null) kept.set(id, { digest: digestOf(good), typed, untilMs });
      return {
        ...{ id, typed, items: good, refused },
        expiresAt: new Date(untilMs).toISOString(),
        files: sums.reduce((sum, { files }) => sum + files, 0),
        externalFiles: sums.reduce((sum, { externalFiles }) => sum + externalFiles, 0),
        sizeBytes: sums.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      };
    },

    /**
     * Uses a preview up, whether or not it fits.
     *
     * @throws PreviewRefused unless it is known, in time, of exactly these targets, and confirmed in its words.
     */
    use(confirmation: { id: string; typed: string }, targets: readonly ChangeTarget[]): void {
      forgetOld();
      const preview = kept.get(confirmation.id);
      kept.delete(confirmation.id);
      if (!preview)
        throw new PreviewRefused('The preview is used, older than 5 minutes, or not known. Make another.');
      if (preview.digest !== digestOf(targets))
        throw new PreviewRefused('The preview was made of another list.');
      if (preview.typed !== confirmation.typed.trim()) {
        throw new PreviewRefused(`The words to confirm it are “${preview.typed}”. Make another preview.`);
      }
    },
  };
}

/** The same for the same targets in any order. */
export function digestOf(targets: readonly ChangeTarget[]): string {
  const keys = targets.map(({ sessionId, fileId }) => JSON.stringify([sessionId, fileId ?? null]));
  return keys.sort().join('\n');
}
