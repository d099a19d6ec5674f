import type { Catalog } from '../catalog/open-catalog.ts';
import type { Position, PositionRequest } from '../contract/index.ts';
import { SessionNotFound } from './errors.ts';
import { parseSessionId } from './session-id.ts';

/** Where people left off in sessions, by our ids. What is answered here is on the disk. */
export function createPositions({
  catalog,
  now,
}: {
  catalog: Pick<Catalog, 'findSession' | 'loadPosition' | 'savePosition'>;
  now: () => number;
}) {
  return {
    /** Null when nobody left off in this session. @throws SessionNotFound when it is no id. */
    async getPosition(id: string): Promise<Position> {
      return (await catalog.loadPosition(toZoomId(id))) ?? null;
    },

    /** Keeps it in place of the one before. @throws SessionNotFound when the catalog has no such session. */
    async savePosition(id: string, { seconds, view }: PositionRequest): Promise<Position> {
      const zoomId = toZoomId(id);
      if (!(await catalog.findSession(zoomId))) throw new SessionNotFound('the catalog has no such session');
      const position = { seconds, view: view?.toWellFormed().replaceAll('\0', '\uFFFD') ?? null };
      await catalog.savePosition({ zoomId, position, nowMs: now() });
      return position;
    },
  };
}

function toZoomId(id: string): string {
  const zoomId = parseSessionId(id);
  if (zoomId === null) throw new SessionNotFound('no session has such an id');
  return zoomId;
}
