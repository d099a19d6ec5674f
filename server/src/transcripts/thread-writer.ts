import { Worker } from 'node:worker_threads';
import type { FetchedSession } from './fetch-session.ts';

/** Makes lines of what was fetched, and puts them into the index. */
export interface IndexWriter {
  /** Whole or not at all. Throws the signal's reason. */
  write(sessions: readonly FetchedSession[], signal: AbortSignal): Promise<void>;
  /** Lets go of everything until there is something to write again. */
  rest(): Promise<void>;
}

/** What the thread is told; it answers each but `stop` with an Answer, and ends after `stop`. */
export type Order = { digest: readonly FetchedSession[] } | 'write' | 'stop';

/** Null: it is done; else what went wrong. */
export type Answer = { problem: string | null };

export interface ThreadWriterDeps {
  /** The path of the thread's program. */
  program: string;
  dataDir: string;
  /** Runs a work while nothing else of this process writes to the catalog: who writes waits in line instead of for SQLite's lock. */
  hold: (work: () => Promise<void>) => Promise<void>;
}

/** Writes the index on a thread of its own, begun when there is something to write; one batch after another. */
export function createThreadWriter({ program, dataDir, hold }: ThreadWriterDeps): IndexWriter {
  let thread: IndexThread | null = null;

  return {
    async write(sessions, signal) {
      signal.throwIfAborted();
      if (!thread || thread.hasEnded()) thread = startThread(program, dataDir);
      const { ask, stop } = thread;
      signal.addEventListener('abort', stop);
      try {
        await ask({ digest: sessions });
        await hold(() => ask('write'));
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    async rest() {
      const last = thread;
      thread = null;
      await last?.stop();
    },
  };
}

type IndexThread = ReturnType<typeof startThread>;

function startThread(program: string, dataDir: string) {
  const worker = new Worker(program, { workerData: { dataDir } });
  let settle: (failure: Error | null) => void = () => {};
  let reason = new Error('the thread of the index has ended');
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      hasEnded = true;
      settle(reason);
      resolve();
    });
  });
  worker.on('error', (error) => {
    reason = error;
  });
  worker.on('message', ({ problem }: Answer) => settle(problem === null ? null : new Error(problem)));

  return {
    hasEnded: () => hasEnded,
    /** Resolves when it is done. Throws what went wrong there. */
    async ask(order: Order): Promise<void> {
      if (hasEnded) throw reason;
      const failure = new Promise<Error | null>((resolve) => {
        settle = resolve;
      });
      worker.postMessage(order);
      const failed = await failure;
      if (failed) throw failed;
    },
    /** Ends it when what it does is done or broken off; resolves when its connection is closed. */
    async stop(): Promise<void> {
      if (!hasEnded) worker.postMessage('stop');
      await ended;
    },
  };
}
