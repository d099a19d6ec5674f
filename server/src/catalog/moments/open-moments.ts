import type { Db } from '../schema.ts';
import { findLines, type MomentSearch } from './find-moments.ts';
import { countFiles, loadFilesAt, loadFilesOf, loadLines } from './moment-files.ts';
import type { LinePlace } from './moment-place.ts';
import { loadWork, nextWorkMs } from './spoken-work.ts';
import { type ReadSession, writeMoments } from './write-moments.ts';

/** What was said and written: which files of words are read, their lines, and the words by which they are found. */
export function createMomentsCatalog({
  writes,
  reads,
  dataDir,
}: {
  writes: Db;
  reads: Db;
  /** Null for a catalog in memory. */
  dataDir: string | null;
}) {
  return {
    dataDir,
    /** Runs a work of another thread that writes to the same database; who writes here waits in line meanwhile. */
    whileNobodyWrites: (work: () => Promise<void>): Promise<void> => writes.connection().execute(work),
    loadWork: (due: { nowMs: number; limit: number }) => loadWork(reads, due),
    nextWorkMs: () => nextWorkMs(reads),
    count: () => countFiles(reads),
    loadFilesOf: (zoomIds: readonly string[]) => loadFilesOf(reads, zoomIds),
    loadFilesAt: (ords: readonly number[]) => loadFilesAt(reads, ords),
    loadLines: (ord: number) => loadLines(reads, ord),
    findLines: (wanted: { search: MomentSearch; after: LinePlace | null; limit: number }) =>
      findLines(reads, wanted),
    /** Whole or not at all. */
    write: (sessions: readonly ReadSession[]) =>
      writes.transaction().execute((transaction) => writeMoments(transaction, sessions)),
  };
}
