import type { Catalog } from '../catalog/open-catalog.ts';
import { everySession } from '../catalog/session-filter.ts';
import type { LibraryFile } from './library-file.ts';
import { presentFile, presentSession } from './present.ts';

/** Sessions that are looked through: the newest ones may still be in the making. */
const LOOKED_THROUGH = 50;

/** Makes `newestFile`: the newest recording file whose bytes can be had, from the catalog alone; null when it knows none. */
export function createNewestFile({ catalog }: { catalog: Catalog }) {
  return async function newestFile(): Promise<LibraryFile | null> {
    const { sessions } = await catalog.listSessions({
      filter: everySession('live'),
      sort: { field: 'start', isDescending: true },
      after: null,
      limit: LOOKED_THROUGH,
    });
    for (const session of sessions) {
      const files = session.files.map((file) => presentFile(file, session));
      const file = files.find(({ state, trashedAt }) => state === 'ready' && trashedAt === null);
      if (!file) continue;
      const { zoomId, name, startTime } = presentSession(session);
      return { file, session: { zoomId, name, startTime } };
    }
    return null;
  };
}
