import type { Session } from '@matinee/server/contract';
import { getRouteApi } from '@tanstack/react-router';
import { LazyPlayer } from '../../features/player/lazy-player.tsx';
import type { PlaybackPlace } from '../../features/player/player-source.ts';
import type { StageChoice } from '../../features/session/stage.ts';
import { StageNotice } from '../../features/session/stage-notice.tsx';
import type { View } from '../../features/session/views.ts';
import { hasContent } from '../../lib/file-kinds.ts';
import { toPlayerSource } from './to-player-source.ts';

const route = getRouteApi('/s/$sessionId');

interface SessionStageProps {
  session: Session;
  choice: StageChoice;
  isChecking: boolean;
  onCheck: () => void;
  onPick: (view: View) => void;
  onPlace: (place: PlaybackPlace) => void;
}

/** The player, or the reason why there is none. Views change within one player, so that it keeps place, speed and sound. */
export function SessionStage({ session, choice, isChecking, onCheck, onPick, onPlace }: SessionStageProps) {
  const { t = 0 } = route.useSearch();
  const { stage, views } = choice;
  const next = findNext(views, stage.state === 'playing' ? stage.view.file.id : null);
  const goNext = () => next && onPick(next);
  if (stage.state !== 'playing') {
    return <StageNotice session={session} stage={stage} isChecking={isChecking} onCheck={onCheck} />;
  }
  return (
    <LazyPlayer
      source={toPlayerSource(session, stage.view)}
      startSeconds={t}
      onPlace={onPlace}
      onNextView={goNext}
      onRefused={onCheck}
    />
  );
}

/** The view after the current one among those that play now, the first after the last; none where there is no other. */
function findNext(views: readonly View[], fileId: string | null): View | undefined {
  const playable = views.filter(({ file }) => hasContent(file));
  const index = playable.findIndex(({ file }) => file.id === fileId);
  const next = playable[(index + 1) % playable.length];
  return next?.file.id === fileId ? undefined : next;
}
