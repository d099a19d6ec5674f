import type { Catalog } from '../catalog/open-catalog.ts';
import type { CatalogSession } from '../catalog/rows.ts';
import type { WindowDesk } from './window-desk.ts';
import type { WindowKey } from './window-key.ts';

/** Where something of a session may have gone: `nowhere` is for good. */
export type Place = 'trash' | 'live' | 'nowhere';

/** Sessions that are held in memory at the same time. */
const BATCH = 300;
const trashes: readonly WindowKey[] = [
  { kind: 'trash', trash: 'session_recordings' },
  { kind: 'trash', trash: 'recording_file' },
];

/** Has moves that the catalog knows of already confirmed by Zoom, all of them by its lists of the trash. */
export function createFollowMoves(deps: { catalog: Catalog; desk: WindowDesk }) {
  const { catalog, desk } = deps;

  /**
   * Resolves when both trashes were read anew, with the places where something of each of these sessions may be now.
   *
   * @throws what kept a list from being read.
   */
  return async function followMoves(
    zoomIds: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, readonly Place[]>> {
    const failures = await Promise.all(trashes.map((key) => desk.readAnew(key)));
    const failure = failures.find((one) => one !== null);
    if (failure !== undefined) throw failure;
    const all = [...zoomIds];
    const places = new Map<string, readonly Place[]>();
    for (let start = 0; start < all.length; start += BATCH) {
      for (const session of await catalog.findSessions(all.slice(start, start + BATCH)))
        places.set(session.zoomId, placesOf(session));
    }
    return places;
  };
}

/** A session that is not in the trash as a whole may have lost files. */
function placesOf({ state, files }: CatalogSession): Place[] {
  if (state === 'trashed') return ['trash'];
  return [
    ...(state === 'live' ? (['live'] as const) : []),
    ...(files.some(({ isTrashed }) => isTrashed) ? (['trash'] as const) : []),
    'nowhere',
  ];
}
