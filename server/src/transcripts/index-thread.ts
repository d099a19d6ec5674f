import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openMomentsWriter } from '../catalog/moments/open-moments-writer.ts';
import type { ReadSession } from '../catalog/moments/write-moments.ts';
import { digestSession } from './digest-session.ts';
import type { FetchedSession } from './fetch-session.ts';
import type { Answer, Order } from './thread-writer.ts';

/** Those who wait for an answer come first; on Linux alone a thread has a priority of its own. */
const NICENESS = 5;

function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(NICENESS);
  } catch {
    // A sandbox may refuse that; the index is written all the same.
  }
}

/** The program of the thread that thread-writer.ts starts. */
function run(port: NonNullable<typeof parentPort>, dataDir: string): void {
  const writer = openMomentsWriter(dataDir);
  const { loadLines } = writer;
  const stopping = new AbortController();
  const { signal } = stopping;
  let reads: ReadSession[] = [];
  let working = Promise.resolve();

  async function digest(sessions: readonly FetchedSession[]): Promise<void> {
    reads = [];
    for (const session of sessions) reads.push(await digestSession(session, { loadLines, signal }));
  }

  async function answer(work: () => Promise<void>): Promise<void> {
    const problem = await work().then(
      () => null,
      (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    port.postMessage({ problem } satisfies Answer);
  }

  port.on('message', (order: Order) => {
    // Whoever stops the server may say so twice.
    if (signal.aborted) return;
    if (order === 'stop') {
      stopping.abort();
      void working.then(() => {
        writer.close();
        port.close();
      });
    } else working = answer(() => (order === 'write' ? writer.write(reads) : digest(order.digest)));
  });
}

giveWay();
// Its one caller passes that.
if (parentPort) run(parentPort, (workerData as { dataDir: string }).dataDir);
