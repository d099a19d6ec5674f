import { fileIdHash } from './file-identity.ts';
import { findFileOwners } from './file-ids.ts';
import { loadByRids, loadByZoomIds } from './load-sessions.ts';
import type { CatalogFile, CatalogSession } from './rows.ts';
import type { Db } from './schema.ts';
import { toCatalogSession } from './stored-session.ts';

/** The session with this id of Zoom, if any list has shown it. */
export async function findSession(db: Db, zoomId: string): Promise<CatalogSession | undefined> {
  const [session] = await loadByZoomIds(db, [zoomId]);
  return session && toCatalogSession(session);
}

/** The sessions with these ids of Zoom that any list has shown, in no order. */
export async function findSessions(db: Db, zoomIds: readonly string[]): Promise<CatalogSession[]> {
  return (await loadByZoomIds(db, zoomIds)).map(toCatalogSession);
}

/** The sessions with these rids that there still are, in that order. */
export async function loadSessions(db: Db, rids: readonly number[]): Promise<CatalogSession[]> {
  return (await loadByRids(db, rids)).map(toCatalogSession);
}

/** The file with this id of ours, and the session it belongs to. */
export async function findFile(
  db: Db,
  id: string,
): Promise<{ session: CatalogSession; file: CatalogFile } | undefined> {
  const found = await loadSessions(db, await findFileOwners(db, [fileIdHash(id)]));
  // Two ids may have one hash.
  for (const session of found) {
    const file = session.files.find((candidate) => candidate.id === id);
    if (file) return { session, file };
  }
  return undefined;
}
