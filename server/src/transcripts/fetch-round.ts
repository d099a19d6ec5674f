import {
  type DueSession,
  type FetchedSession,
  type FetchSessionDeps,
  fetchSession,
  type SessionFetch,
} from './fetch-session.ts';
import { type createHold, holdOf } from './index-hold.ts';
import { createPace } from './pace.ts';

/** Sessions that are fetched at the same time. */
const AT_ONCE = 8;
/** What has this size is written before more is fetched: files of words are small, but nobody promises that. */
const MOST_BYTES = 16 * 1024 * 1024;

export interface RoundFetcherDeps extends FetchSessionDeps {
  /** Sessions that may be begun in a second. */
  perSecond: number;
  hold: ReturnType<typeof createHold>;
  signal: AbortSignal;
}

/**
 * Makes `fetchRound`: fetches sessions at the pace allowed, until all are fetched, they have a size, or Zoom is held; gives those that were
 * fetched. It throws what is nobody's trouble but ours, or the signal's reason.
 */
export function createRoundFetcher(deps: RoundFetcherDeps) {
  const { perSecond, hold, signal } = deps;
  const keepPace = createPace({ perSecond, signal });

  async function fetchNext(due: DueSession): Promise<SessionFetch | undefined> {
    await keepPace();
    try {
      return await fetchSession(deps, due, signal);
    } catch (error) {
      const held = signal.aborted ? null : holdOf(error);
      if (!held) throw error;
      hold.hold(held);
      return undefined;
    }
  }

  return async function fetchRound(due: readonly DueSession[]): Promise<FetchedSession[]> {
    const round: FetchedSession[] = [];
    const queue = [...due];
    let bytes = 0;
    const fetchOn = async () => {
      while (bytes < MOST_BYTES && hold.untilMs() === null) {
        const next = queue.shift();
        const done = next && (await fetchNext(next));
        if (!done) return;
        hold.note(done.failure);
        round.push(done.fetched);
        bytes += bytesOf(done.fetched);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetchOn));
    return round;
  };
}

function bytesOf({ files }: FetchedSession): number {
  return files.reduce((sum, { content }) => sum + ('bytes' in content ? content.bytes.length : 0), 0);
}
