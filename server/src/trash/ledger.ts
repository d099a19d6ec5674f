import type { Beginning, Settling, Written } from '../catalog/changes/ledger.ts';
import type { Catalog } from '../catalog/open-catalog.ts';

type Entry = Beginning | Settling;

interface Waiting {
  entry: Entry;
  resolve: (written: Written) => void;
  reject: (error: unknown) => void;
}

/** What waits while the disk is busy goes there together, so that the disk's pace is not that of single items. */
const MOST_TOGETHER = 64;

export type Ledger = ReturnType<typeof createLedger>;

/** Writes entries one group after another; each is answered when it is on the disk. */
export function createLedger({ changes }: Pick<Catalog, 'changes'>) {
  const waiting: Waiting[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) await writeGroup(waiting.splice(0, MOST_TOGETHER));
    isWriting = false;
  }

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const written = await changes.write(group.map(({ entry }) => entry));
      for (const [index, { resolve }] of group.entries()) resolve(written[index] ?? { callId: null });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return {
    write(entry: Entry): Promise<Written> {
      const written = new Promise<Written>((resolve, reject) => waiting.push({ entry, resolve, reject }));
      if (!isWriting) void writeAll();
      return written;
    },
  };
}
