import { fileURLToPath } from 'node:url';
import type { ReadSession } from '../catalog/moments/write-moments.ts';
import type { Catalog } from '../catalog/open-catalog.ts';
import { digestSession } from './digest-session.ts';
import { createThreadWriter, type IndexWriter } from './thread-writer.ts';

/**
 * The writer of a catalog. In the built program it works on a thread and a connection of its own, so that nobody who asks for a list
 * waits for it; a catalog in memory is seen by its own thread alone, and threads cannot run the program's sources as they are.
 */
export function createIndexWriter({ moments }: Pick<Catalog, 'moments'>): IndexWriter {
  const { dataDir } = moments;
  const isBuilt = import.meta.url.endsWith('.js');
  if (!isBuilt || dataDir === null) return createPlainWriter(moments);
  const program = fileURLToPath(new URL('./index-thread.js', import.meta.url));
  return createThreadWriter({ program, dataDir, hold: moments.whileNobodyWrites });
}

function createPlainWriter(moments: Pick<Catalog['moments'], 'loadLines' | 'write'>): IndexWriter {
  const { loadLines } = moments;
  return {
    async write(sessions, signal) {
      const reads: ReadSession[] = [];
      for (const session of sessions) reads.push(await digestSession(session, { loadLines, signal }));
      await moments.write(reads);
    },
    rest: async () => {},
  };
}
