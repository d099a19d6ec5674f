import type { Session } from '@matinee/server/contract';
import { useMemo, useState } from 'react';
import { SpeakerOverview } from '../../features/lanes/speaker-overview.tsx';
import { Participants } from '../../features/participants/participants.tsx';
import type { Jump } from '../../features/player/deck.ts';
import { ViewPicker } from '../../features/session/view-picker.tsx';
import { RoomNotes } from './room-notes.tsx';
import styles from './session-page.module.css';
import { SessionStage } from './session-stage.tsx';
import { toPeople } from './to-people.ts';
import { useGoToTranscript } from './use-go-to-transcript.ts';
import type { SessionRoom } from './use-session-room.ts';

interface RoomMainProps {
  session: Session;
  room: SessionRoom;
  isChecking: boolean;
  /** Asks Zoom for the session again. */
  onCheck: () => void;
}

/** The picture and what is chosen for it: notes, who spoke when, views, participants. */
export function RoomMain({ session, room, isChecking, onCheck }: RoomMainProps) {
  const { clock, sound, timeline, choice, current, lanes, pickView } = room;
  const [jump, setJump] = useState<Jump | null>(null);
  const goToTranscript = useGoToTranscript(session);
  const people = useMemo(() => toPeople(choice.people), [choice.people]);
  const pickLane = (name: string) => {
    const lane = choice.people.find((one) => one.name === name);
    if (lane) pickView(lane);
  };
  return (
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
      <RoomNotes room={room} jump={jump} />
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
  );
}
