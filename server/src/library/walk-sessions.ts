import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Catalog } from '../catalog/open-catalog.ts';
import type { CatalogSession } from '../catalog/rows.ts';
import type { Session, TrashType } from '../contract/index.ts';
import { type ListQuery, readListQuery } from './list-query.ts';
import { presentSession, type Shown } from './present.ts';
import { parseSessionId } from './session-id.ts';

/** Keys asked for at a time: a few milliseconds of work between which everything else has its turn. */
const KEYS = 2000;
/** Sessions held in memory at a time, with their files: few enough to be gone before the collector takes them for old. */
const SESSIONS = 32;

type WalkCatalog = Pick<Catalog, 'listKeys' | 'loadSessions' | 'findSessions'>;

/** Whole lists, however long, a few sessions at a time. */
export function createWalkSessions({ catalog, now }: { catalog: WalkCatalog; now: () => number }) {
  return {
    /**
     * Every session that a list with this query shows now, in its order. Which ones, and in what order, is fixed before the
     * first is given: what passes change meanwhile neither doubles nor skips one. Throws the signal's reason.
     */
    async *walkSessions(query: ListQuery, signal: AbortSignal): AsyncGenerator<Session[]> {
      const { filter, sort, shown } = readListQuery(query, now());
      const rids: Float64Array[] = [];
      for (let after = null; ; ) {
        const { keys, end } = await catalog.listKeys({ filter, sort, after, limit: KEYS });
        rids.push(Float64Array.from(keys, ({ rid }) => rid));
        await nextTurn();
        signal.throwIfAborted();
        if (end === null) break;
        after = end;
      }
      yield* load({ rids, shown, signal, isListed: isListedIn(query.trash) });
    },

    /** These sessions, newest first, as the live list or that trash shows them. Throws the signal's reason. */
    async *walkChosen(
      { zoomIds, trash }: { zoomIds: readonly string[]; trash?: TrashType | undefined },
      signal: AbortSignal,
    ): AsyncGenerator<Session[]> {
      const rids: number[] = [];
      for await (const sessions of findInParts(zoomIds)) {
        signal.throwIfAborted();
        for (const { rid } of sessions) rids.push(rid);
      }
      const newestFirst = Float64Array.from(rids.sort((a, b) => b - a));
      const shown = trash === 'recording_file' ? 'trashed-files' : 'all';
      yield* load({ rids: [newestFirst], shown, signal, isListed: () => true });
    },

    /** Which of these ids of ours are sessions of the catalog, as Zoom's ids, and how many bytes they hold. */
    async measureSessions(ids: readonly string[]): Promise<{ zoomIds: string[]; bytes: number }> {
      const wanted = ids.map(parseSessionId).filter((zoomId) => zoomId !== null);
      const zoomIds: string[] = [];
      let bytes = 0;
      for await (const sessions of findInParts([...new Set(wanted)])) {
        for (const session of sessions) {
          zoomIds.push(session.zoomId);
          bytes += presentSession(session).sizeBytes;
        }
      }
      return { zoomIds, bytes };
    },
  };

  async function* findInParts(zoomIds: readonly string[]): AsyncGenerator<CatalogSession[]> {
    for (let start = 0; start < zoomIds.length; start += SESSIONS) {
      yield await catalog.findSessions(zoomIds.slice(start, start + SESSIONS));
      await nextTurn();
    }
  }

  async function* load(list: {
    /** In parts, as they were found: a million of them, eight bytes each, must not be a million objects. */
    rids: readonly Float64Array[];
    shown: Shown;
    signal: AbortSignal;
    isListed: (session: CatalogSession) => boolean;
  }): AsyncGenerator<Session[]> {
    const { rids, shown, signal, isListed } = list;
    for (const part of rids) {
      for (let start = 0; start < part.length; start += SESSIONS) {
        const sessions = await catalog.loadSessions([...part.subarray(start, start + SESSIONS)]);
        signal.throwIfAborted();
        yield sessions.filter(isListed).map((session) => presentSession(session, shown));
        await nextTurn();
      }
    }
  }
}

/** Whether a session is still in its list: it may have gone to the trash since the walk began. */
function isListedIn(trash: TrashType | undefined): (session: CatalogSession) => boolean {
  if (trash === undefined) return ({ state }) => state === 'live';
  if (trash === 'session_recordings') return ({ state }) => state === 'trashed';
  return ({ files }) => files.some((file) => file.isTrashed);
}
