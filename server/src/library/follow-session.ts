import type { Catalog } from '../catalog/open-catalog.ts';
import type { CatalogSession } from '../catalog/rows.ts';
import type { Session, Window } from '../contract/index.ts';
import type { Urgency } from '../zoom/client.ts';
import { ZoomHttpError, ZoomIdRefusedError } from '../zoom/errors.ts';
import { presentSession } from './present.ts';
import type { SessionReader } from './session-reader.ts';
import type { WindowDesk } from './window-desk.ts';
import { toMonth, type WindowKey } from './window-key.ts';

/** Somebody told that something happened to a session. `isTrashAffair`: it went to the trash or left it. */
export interface Happening {
  zoomId: string;
  isTrashAffair: boolean;
  urgency: Urgency;
}

const trashes: readonly WindowKey[] = [
  { kind: 'trash', trash: 'session_recordings' },
  { kind: 'trash', trash: 'recording_file' },
];

/** Brings one session up to date after news of it, whatever the news said. */
export function createFollowSession(deps: {
  catalog: Catalog;
  reader: SessionReader;
  desk: WindowDesk;
  onSession: (session: Session) => void;
  onWindow: (window: Window) => void;
}) {
  const { catalog, reader, desk, onSession, onWindow } = deps;

  /**
   * Resolves when the catalog says what Zoom says now. The single-session call knows nothing of the trash (zoom-api.md 3.1):
   * what it no longer finds, and what is said to have gone there or come back, is looked for in the lists.
   *
   * @throws zoom's errors, and what kept a list from being read.
   */
  return async function followSession({ zoomId, isTrashAffair, urgency }: Happening): Promise<void> {
    const before = await catalog.findSession(zoomId);
    const isFound = await readOne(zoomId, urgency);
    if (isFound) await tell(zoomId, before);
    const isGone = !isFound && before !== undefined;
    if (isTrashAffair || isGone) await readLists([...trashes, ...(isGone ? monthsOf(before) : [])]);
  };

  async function readOne(zoomId: string, urgency: Urgency): Promise<boolean> {
    try {
      await reader.readAnew(zoomId, urgency);
      return true;
    } catch (error) {
      if (isUnknownToZoom(error)) return false;
      throw error;
    }
  }

  /** Its list is told as well: a session that nobody knew is in no list that a page has on screen. */
  async function tell(zoomId: string, before: CatalogSession | undefined): Promise<void> {
    const session = await catalog.findSession(zoomId);
    if (!session) return;
    onSession(presentSession(session));
    if (before?.state === session.state) return;
    for (const window of await desk.describe(monthsOf(session))) onWindow(window);
  }

  async function readLists(keys: readonly WindowKey[]): Promise<void> {
    const failures = await Promise.all(keys.map((key) => desk.readAnew(key)));
    const failure = failures.find((one) => one !== null);
    if (failure !== undefined) throw failure;
  }
}

function monthsOf({ positionMs }: CatalogSession): WindowKey[] {
  return [{ kind: 'month', month: toMonth(positionMs) }];
}

function isUnknownToZoom(error: unknown): boolean {
  if (error instanceof ZoomIdRefusedError) return true;
  return error instanceof ZoomHttpError && error.status === 404;
}
