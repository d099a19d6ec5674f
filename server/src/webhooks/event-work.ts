import type { Log } from '../log.ts';
import { createGatheredEvents, type FollowMany } from './gathered-events.ts';
import type { Inbox, KeptEvent } from './inbox.ts';

/** More sessions than a page of events at once are no news for people who wait, but work behind them. */
const MAX_URGENT = 20;
/** After a failure: twice as long each time. Reconciling reads what an event could not. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 300_000;

/** Brings one session up to date. Rejects when Zoom cannot tell now. */
export type Follow = (happening: {
  zoomId: string;
  isTrashAffair: boolean;
  urgency: 'person' | 'background';
}) => Promise<void>;

interface Entry {
  /** Came since the reading that runs began, or while it waits. */
  waiting: KeptEvent[];
  failures: number;
  isRunning: boolean;
  timer: NodeJS.Timeout | undefined;
}

export interface EventWorkDeps {
  inbox: Inbox;
  follow: Follow;
  /** Whether a change of ours was to bring this event. */
  isExpected: (event: KeptEvent) => boolean;
  followMany: FollowMany;
  log: Log;
  now: () => number;
}

/** Has each session that events speak of read again: once for however many came before the reading, again for those after. */
export function createEventWork(deps: EventWorkDeps) {
  const { inbox, follow, isExpected, log, now } = deps;
  const entries = new Map<string, Entry>();
  const gathered = createGatheredEvents({ ...deps, followAlone });
  let isStopped = false;

  /** A session that is looked into anyway is not gathered. */
  function add(event: KeptEvent): void {
    if (!entries.has(event.zoomId) && isExpected(event)) gathered.add(event);
    else followAlone(event);
  }

  function followAlone(event: KeptEvent): void {
    const known = entries.get(event.zoomId);
    const entry = known ?? { waiting: [], failures: 0, isRunning: false, timer: undefined };
    entry.waiting.push(event);
    entries.set(event.zoomId, entry);
    if (entry.timer === undefined) void run(event.zoomId, entry);
  }

  async function run(zoomId: string, entry: Entry): Promise<void> {
    if (entry.isRunning) return;
    entry.isRunning = true;
    while (entry.waiting.length > 0 && !isStopped) {
      const events = entry.waiting.splice(0);
      if (await isFollowed(zoomId, { events, entry })) continue;
      entry.waiting.unshift(...events);
      later(zoomId, entry);
      break;
    }
    entry.isRunning = false;
    if (entry.waiting.length === 0) entries.delete(zoomId);
  }

  async function isFollowed(zoomId: string, { events, entry }: { events: KeptEvent[]; entry: Entry }) {
    const urgency = entries.size > MAX_URGENT ? 'background' : 'person';
    try {
      await follow({ zoomId, isTrashAffair: events.some(isTrashAffair), urgency });
      for (const { key } of events) await inbox.end(key, now());
      entry.failures = 0;
      return true;
    } catch (error) {
      if (!isStopped) log.warn({ err: error }, 'a session that Zoom told of could not be read yet');
      return false;
    }
  }

  function later(zoomId: string, entry: Entry): void {
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** entry.failures, LONGEST_PAUSE_MS);
    entry.failures += 1;
    if (isStopped) return;
    entry.timer = setTimeout(() => {
      entry.timer = undefined;
      void run(zoomId, entry);
    }, pauseMs).unref();
  }

  return {
    add,
    /** Takes no more; what was not dealt with is still in the inbox. */
    stop(): void {
      isStopped = true;
      gathered.stop();
      for (const { timer } of entries.values()) clearTimeout(timer);
    },
  };
}

function isTrashAffair({ name }: KeptEvent): boolean {
  return /_(trashed|deleted|recovered)$/.test(name);
}
