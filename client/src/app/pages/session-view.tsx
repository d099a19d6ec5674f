import type { Position, Session } from '@matinee/server/contract';
import { ChangeSessionButton } from '../../features/session/change-session-button.tsx';
import { DownloadMenu } from '../../features/session/download-menu.tsx';
import { NeighbourLinks } from '../../features/session/neighbour-links.tsx';
import { SessionHeader } from '../../features/session/session-header.tsx';
import { sessionMessages } from '../../features/session/session-messages.ts';
import { RoomMain } from './room-main.tsx';
import styles from './session-page.module.css';
import { SessionPanels } from './session-panels.tsx';
import { useNeighbours } from './use-neighbours.ts';
import { useSessionRoom } from './use-session-room.ts';

interface SessionViewProps {
  session: Session;
  /** Where somebody left off the last time; undefined while that is not known. */
  position: Position | undefined;
  isChecking: boolean;
  /** Asks Zoom for the session again. */
  onCheck: () => void;
}

/** The session's page when there is a session: heading, stage with its picker, and the panels beside or below it. */
export function SessionView({ session, position, isChecking, onCheck }: SessionViewProps) {
  const room = useSessionRoom(session, position);
  const neighbours = useNeighbours(session.id);
  return (
    <>
      <SessionHeader session={session}>
        <NeighbourLinks {...neighbours} />
        <ChangeSessionButton session={session} />
        <DownloadMenu session={session} current={room.file} />
      </SessionHeader>
      <div className={styles.body}>
        <RoomMain session={session} room={room} isChecking={isChecking} onCheck={onCheck} />
        <aside className={styles.panel} aria-label={sessionMessages.details}>
          <SessionPanels
            session={session}
            lanes={room.lanes}
            clock={room.clock}
            durationSeconds={room.timeline.durationSeconds}
            current={room.file?.file ?? null}
            onPlay={room.pickFile}
          />
        </aside>
      </div>
    </>
  );
}
