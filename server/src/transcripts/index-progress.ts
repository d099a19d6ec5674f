import type { Catalog } from '../catalog/open-catalog.ts';
import type { Indexing } from '../contract/index.ts';

/** While reading, it is told at most so often. */
const TELL_MS = 1000;

/** How far the words of the library are read; whoever listens is told of changes. */
export function createIndexProgress({
  moments,
  isOn,
}: {
  moments: Pick<Catalog['moments'], 'count'>;
  isOn: boolean;
}) {
  const listeners = new Set<(progress: Indexing) => void>();
  let state: Indexing['state'] = isOn ? 'paused' : 'off';
  let counted: { atMs: number; progress: Indexing } | null = null;

  async function count(): Promise<Indexing> {
    const { indexed, failed, waiting } = await moments.count();
    const progress = { state, files: indexed + waiting, indexed, failed };
    const isNews = JSON.stringify(progress) !== JSON.stringify(counted?.progress);
    counted = { atMs: performance.now(), progress };
    if (isNews) for (const listener of listeners) listener(progress);
    return progress;
  }

  return {
    /** Now, or as it was a moment ago while much is going on. */
    async current(): Promise<Indexing> {
      const isRecent = counted !== null && performance.now() - counted.atMs < TELL_MS;
      return counted && isRecent && counted.progress.state === state ? counted.progress : count();
    },

    /** What is being done; counts what there is when that is something else, or has been counted a while ago. */
    async tell(next: Exclude<Indexing['state'], 'off'>): Promise<void> {
      const isSame = state === next;
      state = next;
      const isRecent = counted !== null && performance.now() - counted.atMs < TELL_MS;
      if (!isSame || !isRecent) await count();
    },

    subscribe(listener: (progress: Indexing) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
