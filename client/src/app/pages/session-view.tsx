import type { Position, Session } from '@matinee/server/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { SpeakerOverview } from '../../features/lanes/speaker-overview.tsx';
import { useLanes } from '../../features/lanes/use-lanes.ts';
import { Participants } from '../../features/participants/participants.tsx';
import type { Jump } from '../../features/player/deck.ts';
import { DownloadMenu } from '../../features/session/download-menu.tsx';
import { NeighbourLinks } from '../../features/session/neighbour-links.tsx';
import { SessionHeader } from '../../features/session/session-header.tsx';
import { sessionMessages } from '../../features/session/session-messages.ts';
import { chooseStage, toViewParam } from '../../features/session/stage.ts';
import { ViewPicker } from '../../features/session/view-picker.tsx';
import { RoomNotes } from './room-notes.tsx';
import styles from './session-page.module.css';
import { SessionPanels } from './session-panels.tsx';
import { SessionStage } from './session-stage.tsx';
import { toPeople } from './to-people.ts';
import { toStartSeconds } from './to-start.ts';
import { useCurrentFile } from './use-current-file.ts';
import { useGoToTranscript } from './use-go-to-transcript.ts';
import { useNeighbours } from './use-neighbours.ts';
import { usePickView } from './use-pick-view.ts';
import { usePosition } from './use-position.ts';
import { useResume } from './use-resume.ts';
import { useRoom } from './use-room.ts';
import { useTimeInAddress } from './use-session-address.ts';

const route = getRouteApi('/s/$sessionId');

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
  const search = route.useSearch();
  const [jump, setJump] = useState<Jump | null>(null);
  const [startSeconds] = useState(() => toStartSeconds(session, search));
  const room = useRoom(session, startSeconds);
  const { clock, sound, timeline } = room;
  const { resumed, forget } = useResume({ session, position, search, clock });
  const wanted = search.view ?? resumed?.view ?? null;
  const choice = useMemo(() => chooseStage({ session, timeline }, wanted), [session, timeline, wanted]);
  const people = useMemo(() => toPeople(choice.people), [choice.people]);
  const current = 'view' in choice.stage ? choice.stage.view : null;
  const file = useCurrentFile(clock, current);
  const { pickView, pickFile } = usePickView({ choice, current, room, onPick: forget });
  const neighbours = useNeighbours(session.id);
  const lanes = useLanes(session, timeline);
  const goToTranscript = useGoToTranscript(session);
  useTimeInAddress(clock);
  usePosition({
    sessionId: session.id,
    clock,
    durationSeconds: timeline.durationSeconds,
    view: (current && toViewParam(choice, current)) ?? null,
  });
  const pickLane = (name: string) => {
    const lane = choice.people.find((one) => one.name === name);
    if (lane) pickView(lane);
  };
  return (
    <>
      <SessionHeader session={session}>
        <NeighbourLinks {...neighbours} />
        <DownloadMenu session={session} current={file} />
      </SessionHeader>
      <div className={styles.body}>
        <div className={styles.main}>
          <div className={styles.stage}>
            <SessionStage
              session={session}
              room={room}
              choice={choice}
              isChecking={isChecking}
              onCheck={onCheck}
              onPick={pickView}
              // Where one comes in is not where one was: only a change of views is worth a word.
              onJump={(made) => setJump(made && made.askedSeconds >= 1 ? made : null)}
              onTranscript={goToTranscript}
            />
          </div>
          <RoomNotes
            isMisread={choice.isMisread && search.view !== undefined}
            resumedSeconds={resumed?.seconds ?? null}
            onStartOver={() => {
              forget();
              clock.seek(0);
            }}
            jump={jump}
            view={current}
          />
          <div className={styles.overview}>
            <SpeakerOverview
              turns={lanes.turns}
              people={lanes.people}
              clock={clock}
              durationSeconds={timeline.durationSeconds}
            />
          </div>
          <ViewPicker views={choice.views} current={current} onPick={pickView} />
          <Participants
            people={people}
            clock={clock}
            sound={sound}
            current={current?.name ?? null}
            onPick={pickLane}
          />
        </div>
        <aside className={styles.panel} aria-label={sessionMessages.details}>
          <SessionPanels
            session={session}
            lanes={lanes}
            clock={clock}
            durationSeconds={timeline.durationSeconds}
            current={file?.file ?? null}
            onPlay={pickFile}
          />
        </aside>
      </div>
    </>
  );
}
