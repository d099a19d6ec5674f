import type { Catalog } from '../catalog/open-catalog.ts';
import type { SessionsPage, SessionsQuery } from '../contract/index.ts';
import { parseCursor, toCursor } from './cursor.ts';
import { readListQuery } from './list-query.ts';
import { presentSession } from './present.ts';
import type { WindowDesk } from './window-desk.ts';

export function createListSessions(deps: { catalog: Catalog; desk: WindowDesk; now: () => number }) {
  const { catalog, desk, now } = deps;

  /**
   * One page of the catalog, at once; only a window never read before is waited for.
   *
   * @throws InvalidCursor.
   */
  return async function listSessions(query: SessionsQuery): Promise<SessionsPage> {
    const { filter, sort, sortName, shown, keys } = readListQuery(query, now());
    const after = query.cursor === undefined ? null : parseCursor(sortName, query.cursor);
    await desk.look(keys);
    const [listed, totals, windows] = await Promise.all([
      catalog.listSessions({ filter, sort, after, limit: query.limit }),
      catalog.totalsOf(filter),
      desk.describe(keys),
    ]);
    return {
      sessions: listed.sessions.map((session) => presentSession(session, shown)),
      nextCursor: listed.end && toCursor(sortName, listed.end),
      totals,
      windows,
    };
  };
}
