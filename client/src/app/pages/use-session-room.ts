import type { Position, Session } from '@matinee/server/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanes } from '../../features/lanes/use-lanes.ts';
import { chooseStage, toViewParam } from '../../features/session/stage.ts';
import { useBeginning } from './use-beginning.ts';
import { useCurrentFile } from './use-current-file.ts';
import { usePickView } from './use-pick-view.ts';
import { usePosition } from './use-position.ts';
import { useResume } from './use-resume.ts';
import { useRoom } from './use-room.ts';
import { useTimeInAddress } from './use-session-address.ts';
import { useSteadyPlace } from './use-steady-place.ts';

const route = getRouteApi('/s/$sessionId');

/**
 * All that the parts of the session's page share: the clock and where it begins, what the address asks for and what is shown
 * instead, the lanes beside the picture, and the ways to choose something else. The address and the server are told where one is.
 */
export function useSessionRoom(session: Session, position: Position | undefined) {
  const search = route.useSearch();
  const beginning = useBeginning(session, search);
  const room = useRoom(session, beginning.startSeconds);
  const { clock, timeline } = room;
  const { resumed, forget } = useResume({ session, position, search: beginning.opened, clock });
  const wanted = search.view ?? resumed?.view ?? beginning.view;
  const choice = useMemo(() => chooseStage({ session, timeline }, wanted), [session, timeline, wanted]);
  const current = 'view' in choice.stage ? choice.stage.view : null;
  const file = useCurrentFile(clock, current);
  const onPick = () => {
    forget();
    beginning.forget();
  };
  const picks = usePickView({ choice, current, room, onPick });
  const lanes = useLanes(session, timeline);
  useTimeInAddress(clock);
  const resumedSeconds = resumed?.seconds ?? null;
  useSteadyPlace({ session, originMs: timeline.originMs, clock, beginning, resumedSeconds });
  usePosition({
    sessionId: session.id,
    clock,
    durationSeconds: timeline.durationSeconds,
    view: (current && toViewParam(choice, current)) ?? null,
  });
  return {
    ...room,
    ...picks,
    /** The chosen view, whether it can be played or not; null where there is none. */
    current,
    /** The file of it that holds the clock's second. */
    file,
    choice,
    /** The address names a view that does not exist. */
    isMisread: choice.isMisread && search.view !== undefined,
    lanes,
    resumedSeconds,
    startOver() {
      forget();
      clock.seek(0);
    },
  };
}

/** What the page's parts are given of it. */
export type SessionRoom = ReturnType<typeof useSessionRoom>;
