import type { Session } from '@matinee/server/contract';
import { getRouteApi } from '@tanstack/react-router';
import { DownloadMenu } from '../../features/session/download-menu.tsx';
import { FilesPanel } from '../../features/session/files-panel.tsx';
import { InfoPanel } from '../../features/session/info-panel.tsx';
import { SessionHeader } from '../../features/session/session-header.tsx';
import { sessionMessages } from '../../features/session/session-messages.ts';
import { SessionTabs } from '../../features/session/session-tabs.tsx';
import { chooseStage } from '../../features/session/stage.ts';
import { ViewPicker } from '../../features/session/view-picker.tsx';
import styles from './session-page.module.css';
import { SessionStage } from './session-stage.tsx';
import { useSessionAddress } from './use-session-address.ts';

const route = getRouteApi('/s/$sessionId');

interface SessionViewProps {
  session: Session;
  isChecking: boolean;
  /** Asks Zoom for the session again. */
  onCheck: () => void;
}

/** The session's page when there is a session: heading, stage with its picker, and the panels beside or below it. */
export function SessionView({ session, isChecking, onCheck }: SessionViewProps) {
  const { view: wanted = null } = route.useSearch();
  const choice = chooseStage(session, wanted);
  const current = 'view' in choice.stage ? choice.stage.view : null;
  const { pickView, writePlace } = useSessionAddress(session);
  return (
    <>
      <SessionHeader session={session}>
        <DownloadMenu session={session} current={current} />
      </SessionHeader>
      {choice.isMisread && (
        <p className={styles.note} role="status">
          {sessionMessages.unknownView}
        </p>
      )}
      <div className={styles.body}>
        <div className={styles.main}>
          <div className={styles.stage}>
            <SessionStage
              session={session}
              choice={choice}
              isChecking={isChecking}
              onCheck={onCheck}
              onPick={pickView}
              onPlace={writePlace}
            />
          </div>
          <ViewPicker views={choice.views} current={current} onPick={pickView} />
        </div>
        <aside className={styles.panel} aria-label={sessionMessages.details}>
          <SessionTabs
            files={<FilesPanel session={session} current={current?.file ?? null} onPlay={pickView} />}
            info={<InfoPanel session={session} />}
          />
        </aside>
      </div>
    </>
  );
}
