import type { RecordingFile, Session } from '@matinee/server/contract';
import { ChatLane } from '../../features/lanes/chat-lane.tsx';
import { laneMessages } from '../../features/lanes/lane-messages.ts';
import type { Lanes } from '../../features/lanes/lanes.ts';
import { SpeakerOverview } from '../../features/lanes/speaker-overview.tsx';
import { TimelineLane } from '../../features/lanes/timeline-lane.tsx';
import { TranscriptLane } from '../../features/lanes/transcript-lane.tsx';
import { FilesPanel } from '../../features/session/files-panel.tsx';
import { InfoPanel } from '../../features/session/info-panel.tsx';
import { PanelTabs } from '../../features/session/panel-tabs.tsx';
import { sessionMessages } from '../../features/session/session-messages.ts';
import type { View } from '../../features/session/views.ts';
import type { SessionClock } from '../../lib/session-clock/session-clock.ts';
import styles from './session-page.module.css';
import { usePanelAddress } from './use-panel-address.ts';

interface SessionPanelsProps {
  session: Session;
  lanes: Lanes;
  clock: SessionClock;
  /** Length of the session's clock. */
  durationSeconds: number;
  /** The file in the player. */
  current: RecordingFile | null;
  onPlay: (view: View) => void;
}

/** What stands beside the picture: what was said, typed and by whom, the files, the facts. The address says which. */
export function SessionPanels({ session, lanes, current, onPlay, ...room }: SessionPanelsProps) {
  const { panel, onPanel, isCaptions, onCaptions, ...search } = usePanelAddress(session);
  const lane = { lanes, clock: room.clock, ...search };
  const overview = <SpeakerOverview turns={lanes.turns} people={lanes.people} {...room} />;
  const files = <FilesPanel session={session} current={current} onPlay={onPlay} />;
  const timeline = (
    <TimelineLane {...lane}>
      <div className={styles.overviewInPanel}>{overview}</div>
    </TimelineLane>
  );
  return (
    <PanelTabs
      shown={panel}
      onShow={onPanel}
      panels={[
        {
          name: 'transcript',
          words: laneMessages.transcript,
          isFilling: true,
          body: <TranscriptLane {...lane} isCaptions={isCaptions} onCaptions={onCaptions} />,
        },
        { name: 'chat', words: laneMessages.chat, isFilling: true, body: <ChatLane {...lane} /> },
        { name: 'timeline', words: laneMessages.timeline, isFilling: true, body: timeline },
        { name: 'files', words: sessionMessages.files, isFilling: false, body: files },
        {
          name: 'info',
          words: sessionMessages.info,
          isFilling: false,
          body: <InfoPanel session={session} />,
        },
      ]}
    />
  );
}
