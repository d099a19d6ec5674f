import type { Catalog } from '../catalog/open-catalog.ts';
import type { CatalogSession } from '../catalog/rows.ts';
import type { Session } from '../contract/index.ts';
import type { Log } from '../log.ts';
import type { ZoomClient } from '../zoom/client.ts';
import { ZoomHttpError, ZoomIdRefusedError } from '../zoom/errors.ts';
import { SessionNotFound } from './errors.ts';
import { presentSession } from './present.ts';
import { parseSessionId } from './session-id.ts';
import type { SessionReader } from './session-reader.ts';
import { createRereads } from './session-rereads.ts';
import { waitAtMost } from './wait.ts';
import type { WindowDesk } from './window-desk.ts';
import { toMonth } from './window-key.ts';

const MINUTE_MS = 60_000;
/** The longest a page waits for files that only the single-session call knows. */
const FIRST_READ_MS = 5000;

export function createGetSession(deps: {
  catalog: Catalog;
  zoom: Pick<ZoomClient, 'health'>;
  reader: SessionReader;
  desk: WindowDesk;
  onSession: (session: Session) => void;
  now: () => number;
  log: Log;
}) {
  const { catalog, reader, desk, now, log } = deps;
  const rereads = createRereads(deps);

  /**
   * One session with all its files. Known ones answer from the catalog; the first time, a short wait for the call that
   * also knows participant audio.
   *
   * @throws SessionNotFound when neither the catalog nor Zoom knows it; zoom's errors when only Zoom could know.
   */
  return async function getSession(id: string): Promise<Session> {
    const zoomId = parseSessionId(id);
    if (zoomId === null) throw new SessionNotFound('no session has such an id');
    const known = await catalog.findSession(zoomId);
    if (!known) return presentSession(await discover(zoomId));
    if (known.state === 'trashed') {
      // The single-session call knows nothing of the trash (zoom-api.md 3.1): its list does.
      desk.look([{ kind: 'trash', trash: 'session_recordings' }]).catch(reportLook);
      return presentSession(known);
    }
    if (isFresh(known, now())) return presentSession(known);
    const isPromising = rereads.isPromising(zoomId);
    const rereading = rereads.reread(zoomId);
    if (known.readMs !== null || !isPromising) return presentSession(known);
    await waitAtMost(rereading, FIRST_READ_MS);
    return presentSession((await catalog.findSession(zoomId)) ?? known);
  };

  async function discover(zoomId: string): Promise<CatalogSession> {
    try {
      await reader.read(zoomId, 'person');
    } catch (error) {
      const isUnknown =
        error instanceof ZoomIdRefusedError || (error instanceof ZoomHttpError && error.status === 404);
      if (isUnknown) throw new SessionNotFound('Zoom knows no such session', { cause: error });
      throw error;
    }
    const found = await catalog.findSession(zoomId);
    if (!found) throw new SessionNotFound('the session went away while it was read');
    return found;
  }

  function reportLook(error: unknown): void {
    log.error({ err: error }, 'the trash could not be looked at');
  }
}

/** Recordings of this month and those still being made change by the minute; others hardly ever. */
function isFresh({ readMs, positionMs, files }: CatalogSession, nowMs: number): boolean {
  if (readMs === null || readMs > nowMs) return false;
  const isMoving =
    toMonth(positionMs) >= toMonth(nowMs) || files.some((file) => file.status === 'processing');
  return nowMs - readMs < (isMoving ? MINUTE_MS : 24 * 60 * MINUTE_MS);
}
