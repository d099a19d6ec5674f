import type { Position, Session } from '@matinee/server/contract';
import { chooseStage } from '../../features/session/stage.ts';
import { toTimeline } from '../../lib/session-clock/timeline.ts';
import type { SessionSearch } from '../search-params.ts';

interface Start {
  /** The session's second to begin at. */
  seconds: number;
  /** Where somebody left off, when that is where it begins; the view only where the address names none. */
  resumed: { seconds: number; view: string | null } | null;
}

/** A place worth coming back to is not just behind the beginning. */
const minResumeSeconds = 5;

/**
 * Where a session begins: at the second of the address; else, for an address that names a file, where that file begins; else
 * where somebody left off; else at the beginning.
 */
export function toStart({
  session,
  search,
  position,
}: {
  session: Session;
  search: SessionSearch;
  position: Position;
}): Start {
  if (search.t !== undefined) return { seconds: search.t, resumed: null };
  const timeline = toTimeline(session);
  const file = session.files.find(({ id }) => id === search.view);
  if (file) return { seconds: Math.max(0, timeline.offsetOf(file.id)), resumed: null };
  if (!position || position.seconds < minResumeSeconds) return { seconds: 0, resumed: null };
  const { seconds } = position;
  // A view that has gone meanwhile is no reason to say anything.
  const isKnown = !chooseStage({ session, timeline }, position.view).isMisread;
  return { seconds, resumed: { seconds, view: isKnown && !search.view ? position.view : null } };
}
