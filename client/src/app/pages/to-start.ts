import type { Position, Session } from '@matinee/server/contract';
import { chooseStage, toViewParam } from '../../features/session/stage.ts';
import { locate, type Segment } from '../../lib/session-clock/segments.ts';
import { toTimeline } from '../../lib/session-clock/timeline.ts';
import type { SessionSearch } from '../search-params.ts';

/** A place worth coming back to is not just behind the beginning. */
const minResumeSeconds = 5;

/**
 * The session's second at which an address begins: the one it tells, which may count from the start of a file; else, where its view is a file,
 * that file's start; else 0.
 */
export function toStartSeconds(session: Session, { t, of, view }: SessionSearch): number {
  const id = t === undefined ? view : of;
  const file = session.files.find((one) => one.id === id);
  return Math.max(0, (t ?? 0) + (file ? toTimeline(session).offsetOf(file.id) : 0));
}

/**
 * The view to begin with for an address that tells a second and no view, where the default one does not hold that second and another does;
 * null for the default.
 */
export function toHoldingView(session: Session, search: SessionSearch): string | null {
  if (search.t === undefined || search.view !== undefined) return null;
  const seconds = toStartSeconds(session, search);
  const choice = chooseStage({ session, timeline: toTimeline(session) }, null);
  if (choice.stage.state !== 'playing' || isHeld(choice.stage.view.segments, seconds)) return null;
  const holding = choice.views.find(({ segments }) => isHeld(segments, seconds));
  return (holding && toViewParam(choice, holding)) ?? null;
}

function isHeld(segments: readonly Segment[], seconds: number): boolean {
  return locate(segments, seconds)?.seconds === seconds;
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
