import type { Session } from '@matinee/server/contract';
import { useMemo } from 'react';
import type { Jump } from '../../features/player/deck.ts';
import { LazyPlayer } from '../../features/player/lazy-player.tsx';
import type { StageChoice } from '../../features/session/stage.ts';
import { StageNotice } from '../../features/session/stage-notice.tsx';
import type { ViewLane } from '../../features/session/view-lanes.ts';
import { hasContent } from '../../lib/file-kinds.ts';
import { toPlayerLane } from './to-player-lane.ts';
import type { Room } from './use-room.ts';

interface SessionStageProps {
  session: Session;
  room: Room;
  choice: StageChoice;
  isChecking: boolean;
  onCheck: () => void;
  onPick: (view: ViewLane) => void;
  onJump: (jump: Jump | null) => void;
  onTranscript: () => void;
}

/** The player, or the reason why there is none. Views change within one player, so that it keeps place, speed and sound. */
export function SessionStage({
  session,
  room,
  choice,
  isChecking,
  onCheck,
  onPick,
  ...asked
}: SessionStageProps) {
  const { stage, views } = choice;
  const { clock, sound, timeline, learnLength } = room;
  const view = stage.state === 'playing' ? stage.view : null;
  const lane = useMemo(() => view && toPlayerLane({ session, timeline }, view), [session, timeline, view]);
  if (stage.state !== 'playing') {
    return <StageNotice session={session} stage={stage} isChecking={isChecking} onCheck={onCheck} />;
  }
  const next = findNext(views, stage.view);
  if (!lane) return null;
  return (
    <LazyPlayer
      lane={lane}
      clock={clock}
      sound={sound}
      durationSeconds={timeline.durationSeconds}
      onNextView={() => next && onPick(next)}
      onRefused={onCheck}
      onLength={learnLength}
      {...asked}
    />
  );
}

/** The view after the current one among those that play now, the first after the last; none where there is no other. */
function findNext(views: readonly ViewLane[], current: ViewLane): ViewLane | undefined {
  const playable = views.filter(({ file }) => hasContent(file));
  const index = playable.findIndex(({ name }) => name === current.name);
  const next = playable[(index + 1) % playable.length];
  return next?.name === current.name ? undefined : next;
}
