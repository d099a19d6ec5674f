import type { Catalog } from '../catalog/open-catalog.ts';
import type { Session, Window } from '../contract/index.ts';
import type { Log } from '../log.ts';
import { presentSession } from './present.ts';
import { toSessionId } from './session-id.ts';
import type { WindowDesk } from './window-desk.ts';
import { toMonth, type WindowKey, windowId } from './window-key.ts';

/** Lists are told of so often while sessions move one after another. Milliseconds. */
const LISTS_EVERY_MS = 500;

/** Tells of sessions that were moved in the catalog by themselves, and some moments later of the lists that changed with them. */
export function createMoveNews(deps: {
  catalog: Pick<Catalog, 'findSession'>;
  desk: Pick<WindowDesk, 'describe'>;
  onSession: (session: Session) => void;
  onGone: (id: string) => void;
  onWindow: (window: Window) => void;
  log: Log;
}) {
  const { catalog, desk, onSession, onGone, onWindow, log } = deps;
  const touched = new Map<string, WindowKey>();
  let timer: NodeJS.Timeout | undefined;

  async function tellOfSession(zoomId: string): Promise<void> {
    const session = await catalog.findSession(zoomId);
    if (!session) return onGone(toSessionId(zoomId));
    touch({ kind: 'month', month: toMonth(session.positionMs) });
    onSession(presentSession(session));
  }

  function touch(key: WindowKey): void {
    touched.set(windowId(key), key);
    timer ??= setTimeout(() => void tellOfLists().catch(report), LISTS_EVERY_MS).unref();
  }

  async function tellOfLists(): Promise<void> {
    timer = undefined;
    const keys = [...touched.values()];
    touched.clear();
    for (const window of await desk.describe(keys)) onWindow(window);
  }

  function report(error: unknown): void {
    log.error({ err: error }, 'a move could not be told of');
  }

  return {
    tell(zoomId: string): void {
      touch({ kind: 'trash', trash: 'session_recordings' });
      touch({ kind: 'trash', trash: 'recording_file' });
      tellOfSession(zoomId).catch(report);
    },
    stop: () => clearTimeout(timer),
  };
}
