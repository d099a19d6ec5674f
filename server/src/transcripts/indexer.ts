import type { SpokenWork } from '../catalog/moments/spoken-work.ts';
import type { Catalog } from '../catalog/open-catalog.ts';
import type { Session } from '../contract/index.ts';
import type { Log } from '../log.ts';
import { createAlarm } from './alarm.ts';
import { createRoundFetcher } from './fetch-round.ts';
import type { DueSession, FetchedSession, FetchSessionDeps } from './fetch-session.ts';
import { createHold } from './index-hold.ts';
import type { createIndexProgress } from './index-progress.ts';
import type { IndexWriter } from './thread-writer.ts';

/** Sessions of one round, which is written as one: some ten milliseconds. */
const ROUND = 48;
/** When something of ours broke, not of Zoom's. */
const AFTER_BUG_MS = 60_000;

export interface IndexerDeps extends FetchSessionDeps {
  moments: Catalog['moments'];
  writer: IndexWriter;
  loadSessions: (zoomIds: readonly string[]) => Promise<Session[]>;
  progress: Pick<ReturnType<typeof createIndexProgress>, 'tell'>;
  /** Sessions that may be begun in a second. */
  perSecond: number;
  log: Log;
}

/**
 * Reads the words of the whole library behind everything else, the newest session first. What is left to do lies in the catalog, so that a
 * restart goes on where it stopped.
 */
export function createIndexer(deps: IndexerDeps) {
  const { moments, writer, loadSessions, progress, now, log } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  const alarm = createAlarm(now);
  const hold = createHold(now);
  const fetchRound = createRoundFetcher({ ...deps, hold, signal });
  let running: Promise<void> | undefined;
  let writing: { zoomIds: ReadonlySet<string>; end: Promise<void> } | null = null;

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await step();
      } catch (error) {
        if (signal.aborted) return;
        log.error({ err: error }, 'the index of words could not go on');
        await alarm.wait(now() + AFTER_BUG_MS);
      }
    }
  }

  async function step(): Promise<void> {
    const heldUntilMs = hold.untilMs();
    if (heldUntilMs !== null) return waitAs('paused', heldUntilMs);
    const work = await nextRound();
    if (work.length > 0) {
      await progress.tell('reading');
      const round = await fetchRound(await lookUp(work));
      return round.length === 0 ? undefined : write(round);
    }
    // What is being written may be all there is.
    if (writing) return endWriting();
    await waitAs('done', await moments.nextWorkMs());
  }

  async function waitAs(state: 'paused' | 'done', untilMs: number | null): Promise<void> {
    await endWriting();
    await writer.rest();
    await progress.tell(state);
    if (!signal.aborted) await alarm.wait(untilMs);
  }

  async function nextRound(): Promise<SpokenWork[]> {
    const written = writing?.zoomIds;
    const work = await moments.loadWork({ nowMs: now(), limit: ROUND + (written?.size ?? 0) });
    return work.filter(({ zoomId }) => !written?.has(zoomId)).slice(0, ROUND);
  }

  async function lookUp(work: readonly SpokenWork[]): Promise<DueSession[]> {
    const zoomIds = work.map(({ zoomId }) => zoomId);
    const sessions = new Map((await loadSessions(zoomIds)).map((session) => [session.zoomId, session]));
    const files = await moments.loadFilesOf(zoomIds);
    return work.map((each) => ({
      work: each,
      session: sessions.get(each.zoomId) ?? null,
      known: files.filter(({ zoomId }) => zoomId === each.zoomId),
    }));
  }

  /** The next round is fetched while this one is written. */
  async function write(round: readonly FetchedSession[]): Promise<void> {
    await endWriting();
    const end = writer.write(round, signal);
    end.catch(() => {});
    writing = { zoomIds: new Set(round.map(({ work }) => work.zoomId)), end };
  }

  async function endWriting(): Promise<void> {
    const before = writing;
    writing = null;
    await before?.end;
  }

  return {
    /** Begins. */
    start(): void {
      running ??= run();
    },
    /** There may be something new to read. */
    wake: alarm.ring,
    /** Ends it and waits for that. */
    async stop(): Promise<void> {
      stopping.abort();
      alarm.ring();
      await running;
      await endWriting().catch(() => {});
      await writer.rest();
    },
  };
}
