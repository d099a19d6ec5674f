import { Button } from '@mantine/core';
import type { Jump } from '../../features/player/deck.ts';
import { sessionMessages } from '../../features/session/session-messages.ts';
import type { ViewLane } from '../../features/session/view-lanes.ts';
import { formatClock, formatLength } from '../../lib/session-clock/format-clock.ts';
import styles from './session-page.module.css';
import type { SessionRoom } from './use-session-room.ts';

interface RoomNotesProps {
  room: SessionRoom;
  jump: Jump | null;
}

/** What happened without being asked for, in a line each; a screen reader hears them as they come. */
export function RoomNotes({ room, jump }: RoomNotesProps) {
  const { isMisread, resumedSeconds, startOver, current } = room;
  return (
    <div role="status" className={styles.notes}>
      {isMisread && <p>{sessionMessages.unknownView}</p>}
      {resumedSeconds !== null && (
        <p>
          Resumed where you left off, at {formatClock(resumedSeconds)}.{' '}
          <Button variant="subtle" size="compact-sm" onClick={startOver}>
            {sessionMessages.startOver}
          </Button>
        </p>
      )}
      {jump && current && <p>{tellJump(jump, current)}</p>}
    </div>
  );
}

function tellJump({ askedSeconds, landedSeconds }: Jump, { segments }: ViewLane): string {
  const length = formatLength(Math.abs(landedSeconds - askedSeconds));
  if (landedSeconds < askedSeconds) return `This view ended ${length} earlier; jumped to its end.`;
  const isStart = segments[0]?.startSeconds === landedSeconds;
  if (isStart) return `This view starts ${length} later; jumped to its start.`;
  return `This view was not recorded here; jumped ${length} on.`;
}
