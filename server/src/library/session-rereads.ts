import type { Catalog } from '../catalog/open-catalog.ts';
import type { Session } from '../contract/index.ts';
import type { Log } from '../log.ts';
import type { ZoomClient } from '../zoom/client.ts';
import { presentSession } from './present.ts';
import type { SessionReader } from './session-reader.ts';

/** After a failure, so long is answered from the catalog before Zoom is asked again. */
const FAILURE_PAUSE_MS = 10_000;

/** Reads known sessions again behind the answers. */
export function createRereads(deps: {
  catalog: Catalog;
  zoom: Pick<ZoomClient, 'health'>;
  reader: SessionReader;
  onSession: (session: Session) => void;
  now: () => number;
  log: Log;
}) {
  const { catalog, zoom, reader, onSession, now, log } = deps;
  const failedMs = new Map<string, number>();

  const isPaused = (zoomId: string) =>
    now() - (failedMs.get(zoomId) ?? Number.NEGATIVE_INFINITY) < FAILURE_PAUSE_MS;

  return {
    /** Never rejects. What the reading brings is told as an event; a refusal changes nothing, because passes decide. */
    async reread(zoomId: string): Promise<void> {
      if (isPaused(zoomId)) return;
      try {
        const isChanged = await reader.read(zoomId, 'person');
        failedMs.delete(zoomId);
        const session = isChanged && (await catalog.findSession(zoomId));
        if (session) onSession(presentSession(session));
      } catch (error) {
        failedMs.set(zoomId, now());
        log.debug({ zoomId, err: error }, 'a session could not be read again');
      }
    },
    /** False when waiting would be for nothing: Zoom is known to be in trouble. */
    isPromising(zoomId: string): boolean {
      const { state } = zoom.health();
      return !isPaused(zoomId) && (state === 'ok' || state === 'unknown');
    },
  };
}
