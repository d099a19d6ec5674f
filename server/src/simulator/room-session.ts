import type { SimulatedSession } from './account.ts';
import {
  mediaFile,
  mediaPart,
  participantAudio,
  participantVideo,
  type Recorded,
  VISIT,
  VISIT_PARTS,
} from './media-set.ts';
import { type Random, randomSessionId } from './random.ts';
import { toZoomTime } from './utc-date.ts';

const WHOLE = [
  'speaker_view',
  'audio_only',
  'audio_transcript',
  'closed_caption',
  'chat_file',
  'timeline',
] as const;

/**
 * A session that has everything: a gallery view in three parts with gaps between them, a screen share that begins later, a speaker view
 * and a sound that are whole, texts, and the single voices of two participants. Every picture bears the clock of the session.
 */
export function createRoomSession({
  startMs,
  random,
}: {
  startMs: number;
  random: Random;
}): SimulatedSession {
  const recorded: Recorded = { set: VISIT, startMs, random };
  const people = VISIT.participants.map((person, index) => ({
    ...person,
    userKey: index === 0 ? 'clinician-7' : 'patient-4471',
  }));
  return {
    session_id: randomSessionId(random),
    session_name: `orchid-care-conference-${toZoomTime(startMs).slice(5, 10).replace('-', '')}`,
    session_key: 'order-70412',
    start_time: toZoomTime(startMs),
    timezone: '',
    duration: 2,
    recording_files: [
      ...VISIT_PARTS.map((part) => mediaPart(part, recorded)),
      ...WHOLE.map((type) => mediaFile(type, recorded)),
    ],
    participant_video_files: people.slice(0, 1).map((person) => participantVideo(recorded, person)),
    participant_audio_files: people.map((person) => participantAudio(recorded, person)),
  };
}
