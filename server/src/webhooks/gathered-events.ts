import type { Log } from '../log.ts';
import type { Inbox, KeptEvent } from './inbox.ts';

/** Milliseconds. */
const PAUSES = {
  /** A change of ours has come to rest when Zoom has told nothing of it for so long. */
  quiet: 2000,
  /** While it goes on, so often. */
  longest: 60_000,
  /** After a failure. Reconciling reads what this could not. */
  again: 30_000,
  /** Somebody else was there as well: what is read is believed again so long after a move of ours (recent-moves.ts). */
  settled: 25_000,
};

/** Brings all these sessions up to date in one go; those of which it could not are left, each for itself. Rejects when Zoom cannot tell now. */
export type FollowMany = (events: readonly KeptEvent[]) => Promise<ReadonlySet<string>>;

/**
 * Events that a change of ours was to bring: each is dealt with, but not each by itself. A change of ten thousand sessions
 * brings as many, and a reading for each would take half of the budget that it needs.
 */
export function createGatheredEvents(deps: {
  inbox: Inbox;
  followMany: FollowMany;
  /** Takes an event that has to be looked into by itself, some moments later. */
  followAlone: (event: KeptEvent) => void;
  log: Log;
  now: () => number;
  pauses?: typeof PAUSES;
}) {
  const { inbox, followMany, followAlone, log, now, pauses = PAUSES } = deps;
  const leaving = new Set<NodeJS.Timeout>();
  let gathered: KeptEvent[] = [];
  let sinceMs = 0;
  let isRunning = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  function later(ms: number): void {
    clearTimeout(timer);
    if (!isStopped && !isRunning) timer = setTimeout(() => void run(), ms).unref();
  }

  async function run(): Promise<void> {
    isRunning = true;
    const events = gathered;
    gathered = [];
    const isDone = await areFollowed(events);
    isRunning = false;
    if (!isDone) gathered = [...events, ...gathered];
    sinceMs = now();
    if (gathered.length > 0) later(isDone ? pauses.quiet : pauses.again);
  }

  async function areFollowed(events: readonly KeptEvent[]): Promise<boolean> {
    try {
      const left = await followMany(events);
      for (const event of events) {
        if (left.has(event.zoomId)) leave(event);
        else await inbox.end(event.key, now());
      }
      return true;
    } catch (error) {
      if (!isStopped) log.warn({ err: error }, 'what Zoom told of our changes could not be read yet');
      return false;
    }
  }

  function leave(event: KeptEvent): void {
    const timer = setTimeout(() => {
      leaving.delete(timer);
      followAlone(event);
    }, pauses.settled).unref();
    leaving.add(timer);
  }

  return {
    add(event: KeptEvent): void {
      if (gathered.length === 0) sinceMs = now();
      gathered.push(event);
      later(Math.min(pauses.quiet, Math.max(0, sinceMs + pauses.longest - now())));
    },
    /** Takes no more; what was not dealt with is still in the inbox. */
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
      for (const waiting of leaving) clearTimeout(waiting);
    },
  };
}
