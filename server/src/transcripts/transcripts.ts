import type { FileLines } from '../contract/index.ts';
import { type NamedFile, type ReadBytes, readFileLines } from './file-lines.ts';
import { createTurns } from './turns.ts';

/** Each may hold 32 MiB and what was made of it. */
const MOST_FILES_AT_ONCE = 4;

export interface TranscriptsDeps {
  /** @throws when there is no such file. */
  findFile: (fileId: string) => Promise<NamedFile>;
  readBytes: ReadBytes;
}

export type Transcripts = ReturnType<typeof createTranscripts>;

/** What was said and written in sessions: the lines of their side files. */
export function createTranscripts({ findFile, readBytes }: TranscriptsDeps) {
  const inTurn = createTurns(MOST_FILES_AT_ONCE);
  return {
    /** The lines of one side file, for somebody who waits. Throws what `readFileLines` and `findFile` throw. */
    async readLines(fileId: string, signal: AbortSignal): Promise<FileLines> {
      const file = await findFile(fileId);
      return inTurn(() => {
        signal.throwIfAborted();
        return readFileLines(file, { readBytes, urgency: 'person', signal });
      });
    },
  };
}
