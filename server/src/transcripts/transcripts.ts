import type { Catalog } from '../catalog/open-catalog.ts';
import type { FileLines, MomentsPage, MomentsQuery, ServerEvent, Session } from '../contract/index.ts';
import type { Log } from '../log.ts';
import { type NamedFile, type ReadBytes, readFileLines } from './file-lines.ts';
import { findMoments } from './find-moments.ts';
import { createIndexProgress } from './index-progress.ts';
import { createIndexWriter } from './index-writer.ts';
import { createIndexer } from './indexer.ts';
import { createTurns } from './turns.ts';

/** Each may hold 32 MiB and what was made of it. */
const MOST_FILES_AT_ONCE = 4;

export interface TranscriptsDeps {
  catalog: Pick<Catalog, 'moments'>;
  /** @throws when there is no such file. */
  findFile: (fileId: string) => Promise<NamedFile>;
  /** Sessions of the catalog by their ids of Zoom, in no order; Zoom is not asked. */
  loadSessions: (zoomIds: readonly string[]) => Promise<Session[]>;
  readBytes: ReadBytes;
  /** Whether the words of the whole library are read, and of how many sessions in a second. */
  indexing: { isOn: boolean; perSecond: number };
  log: Log;
  now?: () => number;
}

export type TranscriptsEvent = Extract<ServerEvent, { name: 'moments' }>;

export type Transcripts = ReturnType<typeof createTranscripts>;

/** What was said and written in sessions: the lines of their side files, and the words of all of them. */
export function createTranscripts(deps: TranscriptsDeps) {
  const { catalog, findFile, loadSessions, readBytes, indexing, log, now = Date.now } = deps;
  const { moments } = catalog;
  const inTurn = createTurns(MOST_FILES_AT_ONCE);
  const progress = createIndexProgress({ moments, isOn: indexing.isOn });
  const { perSecond } = indexing;
  const writer = createIndexWriter({ moments });
  const indexer = createIndexer({ moments, writer, loadSessions, readBytes, progress, perSecond, log, now });

  return {
    /** The lines of one side file, for somebody who waits. Throws what `readFileLines` and `findFile` throw. */
    async readLines(fileId: string, signal: AbortSignal): Promise<FileLines> {
      const file = await findFile(fileId);
      return inTurn(() => {
        signal.throwIfAborted();
        return readFileLines(file, { readBytes, urgency: 'person', signal });
      });
    },

    /** Lines of the whole library by their words. @throws InvalidMomentsCursor. */
    async findMoments(query: MomentsQuery): Promise<MomentsPage> {
      const page = await findMoments({ moments, loadSessions }, query);
      return { ...page, indexing: await progress.current() };
    },

    /** Has the words of the library read from now on, unless the owner has turned that off. */
    start(): void {
      if (indexing.isOn) indexer.start();
    },

    /** There may be something new to read. */
    wake: indexer.wake,

    subscribe(listener: (event: TranscriptsEvent) => void): () => void {
      return progress.subscribe((data) => listener({ name: 'moments', data }));
    },

    stop: indexer.stop,
  };
}
