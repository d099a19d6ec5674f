import type { Position, Session } from '@matinee/server/contract';
import { chooseStage } from '../../features/session/stage.ts';
import { toTimeline } from '../../lib/session-clock/timeline.ts';
import type { SessionSearch } from '../search-params.ts';

/** A place worth coming back to is not just behind the beginning. */
const minResumeSeconds = 5;

/** The session's second at which an address begins: the one it tells; else, where it names a file, that file's start; else 0. */
export function toStartSeconds(session: Session, { t, view }: SessionSearch): number {
  const file = session.files.find(({ id }) => id === view);
  return t ?? (file ? Math.max(0, toTimeline(session).offsetOf(file.id)) : 0);
}

/** Somebody is again where they left off the last time. */
export interface Resumed {
  seconds: number;
  /** The view they had; null for the default one, and where the address names another. */
  view: string | null;
}

/** Where to go on for whoever comes without a second or a file in the address; null for nowhere. */
export function toResumed(
  { session, position }: { session: Session; position: Position },
  { t, view }: SessionSearch,
): Resumed | null {
  const isFile = session.files.some(({ id }) => id === view);
  if (t !== undefined || isFile || !position || position.seconds < minResumeSeconds) return null;
  // A view that has gone meanwhile is no reason to say anything.
  const isKnown = !chooseStage({ session, timeline: toTimeline(session) }, position.view).isMisread;
  return { seconds: position.seconds, view: isKnown && !view ? position.view : null };
}
