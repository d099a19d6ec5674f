import type { ZoomClient } from '../zoom/client.ts';
import { ZoomHttpError } from '../zoom/errors.ts';
import { filesOf, type IsInTrash, type Sought } from './trash-walk.ts';

/** Asks Zoom itself where a recording is. Every question throws zoom's errors. */
export function createWhereabouts(deps: {
  zoom: Pick<ZoomClient, 'getSession'>;
  isInTrash: IsInTrash;
  signal: AbortSignal;
}) {
  const { zoom, isInTrash, signal } = deps;

  /** Whether it is among the live recordings. Zoom may tell of a session in the trash too; its files then say so (zoom-api.md 7). */
  async function isLive({ zoomId, zoomFileId }: Sought): Promise<boolean> {
    try {
      const session = await zoom.getSession(zoomId, { urgency: 'background', signal });
      const live = filesOf(session).filter(({ deleted_time }) => !deleted_time);
      if (zoomFileId !== null) return live.some(({ id }) => id === zoomFileId);
      return live.length > 0 || filesOf(session).length === 0;
    } catch (error) {
      if (error instanceof ZoomHttpError && error.status === 404) return false;
      throw error;
    }
  }

  return { isLive, isInTrash };
}

export type Whereabouts = ReturnType<typeof createWhereabouts>;
