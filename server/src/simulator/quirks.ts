import { type SimulatedFile, type SimulatedSession, simulatedFile } from './account.ts';
import {
  LESSON,
  mediaFile,
  mediaOf,
  participantAudio,
  participantVideo,
  type Recorded,
  VISIT,
} from './media-set.ts';
import { type Random, randomFileId, randomSessionId } from './random.ts';
import { toZoomTime } from './utc-date.ts';

/** An ordinary session, and what is needed to make files for it. */
export interface QuirkBase {
  session: SimulatedSession;
  recorded: Recorded;
}

/** Makes one oddity of Zoom's data out of an ordinary session; most give it back changed. */
export type Quirk = (base: QuirkBase) => SimulatedSession[];

/** Real oddities (zoom-api.md 2.7 and 8) by the key that `quirkAccount` gives their sessions. */
export const DATA_QUIRKS: Record<string, Quirk> = {
  'duplicated-file-id': ({ session }) => [withFiles(session, (files) => [...files, ...files.slice(0, 1)])],
  'counts-disagree': ({ session }) => [{ ...session, recording_count: 3, total_size: 4_869_060 }],
  'still-processing': ({ session, recorded }) => [
    {
      ...session,
      duration: 0,
      total_size: 0,
      recording_count: 0,
      recording_files: [processingFile(recorded)],
    },
  ],
  'files-missing': ({ session }) => {
    const { recording_files: _files, ...rest } = session;
    return [{ ...rest, duration: 0, total_size: 0, recording_count: 0 }];
  },
  'null-file': ({ session }) => [
    { ...session, recording_files: [null, ...(session.recording_files ?? []), null] },
  ],
  'bare-side-files': ({ session, recorded }) => [
    withFiles(session, (files) => [
      ...files.slice(0, 2),
      bareFile('timeline', recorded),
      bareFile('closed_caption', recorded),
    ]),
  ],
  'unknown-types': ({ session, recorded }) => [
    withFiles(session, (files) => [
      ...files,
      mediaFile('sign_interpretation', recorded),
      {
        ...mediaFile('summary', recorded),
        file_type: 'AIC_CONVERSATION',
        recording_type: 'aic_conversation',
      },
    ]),
  ],
  'audio-as-mp4': ({ session, recorded }) => [
    withFiles(session, () => [
      { ...mediaFile('audio_only', recorded), file_type: 'MP4', file_extension: 'MP4' },
    ]),
  ],
  'own-storage': ({ session }) => [
    withFiles(session, (files) => files.map((file) => storedElsewhere(session, file))),
  ],
  'same-name-twice': ({ session, recorded }) => [session, again(session, recorded)],
  'several-segments': ({ session, recorded }) => [
    withFiles(session, (files) => [...files, ...[1, 2].map((index) => laterSegment(recorded, index))]),
  ],
  'key-empty': ({ session }) => [{ ...session, session_key: '' }],
  'participants-with-keys': ({ session, recorded }) => [
    { ...session, ...participantFiles(recorded, ['clinician-19', 'patient-4471']) },
  ],
  'participants-without-keys': ({ session, recorded }) => [{ ...session, ...participantFiles(recorded, []) }],
  'zero-length': ({ session, recorded }) => [
    withFiles(session, (files) => [
      ...files,
      {
        ...mediaFile('gallery_view', recorded),
        content: { kind: 'bytes', bytes: Buffer.alloc(0) },
        file_size: 0,
      },
    ]),
  ],
  'files-follow': ({ session, recorded }) => [
    withFiles(session, (files) => [
      ...files.filter((file) => file.recording_type !== 'audio_transcript'),
      ...['audio_transcript', 'summary'].map((type, index) => ({
        ...mediaFile(type, recorded),
        appears_at: toZoomTime(recorded.startMs + (index + 2) * 1_800_000),
      })),
    ]),
  ],
};

/** Names a person could have typed that break careless code. */
export const NAME_QUIRKS: Record<string, string> = {
  'unicode-name': 'Élèves de Zoë – révision 会议 🎥',
  'rtl-name': 'שיעור אלגברה ב׳ – קבוצה 3',
  'long-name': `Weekly supervision ${'and case review '.repeat(24)}with all teams`,
  'html-name': '<img src=x onerror=alert(1)> intake & "notes"',
};

/** Ids that only work in a path when they are encoded twice (zoom-api.md 3.2). */
export const ID_QUIRKS: Record<string, string> = {
  'id-inner-slash': 'K6DoTC6/wqNUGyWaws+5XA==',
  'id-leading-slash': '/l6Cloq19ct9N2gyE932kQ==',
  'id-double-slash': '0P+oGg0bNT//bZqakx5sGQ==',
};

/** An ordinary session that starts at `startMs`: screen, sound, transcript, chat and timeline of a visit. */
export function ordinarySession(options: {
  startMs: number;
  random: Random;
  name: string;
  key: string;
}): QuirkBase {
  const { startMs, random, name, key } = options;
  const recorded: Recorded = { set: VISIT, startMs, random };
  const types = [
    'shared_screen_with_speaker_view',
    'audio_only',
    'audio_transcript',
    'chat_file',
    'timeline',
  ];
  const session: SimulatedSession = {
    session_id: randomSessionId(random),
    session_name: name,
    session_key: key,
    start_time: toZoomTime(startMs),
    timezone: '',
    duration: random.integer(12, 48),
    recording_files: types.map((type) => mediaFile(type, recorded)),
  };
  return { session, recorded };
}

function withFiles(
  session: SimulatedSession,
  change: (files: SimulatedFile[]) => SimulatedFile[],
): SimulatedSession {
  const files = (session.recording_files ?? []).filter((file) => file !== null);
  return { ...session, recording_files: change(files) };
}

function processingFile({ startMs, random }: Recorded): SimulatedFile {
  const file = simulatedFile({
    id: randomFileId(random),
    recording_type: 'shared_screen_with_speaker_view',
    content: { kind: 'missing' },
  });
  const start = toZoomTime(startMs + 20_000);
  const unknown = { file_type: '', file_extension: '', file_size: 0, recording_end: '' };
  return { ...file, ...unknown, status: 'processing', recording_start: start };
}

/** A side file as the specification's text describes it: without id, size, status and recording type. */
function bareFile(recordingType: string, recorded: Recorded): SimulatedFile {
  const { recording_start, recording_end, file_type } = mediaFile(recordingType, recorded);
  return {
    ...(recording_start && recording_end ? { recording_start, recording_end } : {}),
    ...(file_type ? { file_type } : {}),
    content: mediaOf(recorded.set, recordingType),
  };
}

function storedElsewhere(session: SimulatedSession, file: SimulatedFile): SimulatedFile {
  const folder = session.start_time.slice(0, 10).replaceAll('-', '/');
  const name = `${file.recording_type}.${file.file_extension?.toLowerCase()}`;
  return {
    ...file,
    download_url: null,
    external_storage_url: `s3://matinee-demo/cmr/replay/${folder}/${file.id}/cmr_byos/${name}`,
  };
}

function again(session: SimulatedSession, recorded: Recorded): SimulatedSession {
  const later: Recorded = { ...recorded, startMs: recorded.startMs + 3_600_000, set: LESSON };
  return {
    ...session,
    session_id: randomSessionId(recorded.random),
    start_time: toZoomTime(later.startMs),
    recording_files: ['gallery_view', 'audio_only'].map((type) => mediaFile(type, later)),
  };
}

function laterSegment(recorded: Recorded, index: number): SimulatedFile {
  return mediaFile('shared_screen_with_speaker_view', {
    ...recorded,
    startMs: recorded.startMs + index * 300_000,
  });
}

function participantFiles(recorded: Recorded, userKeys: string[]) {
  const people = recorded.set.participants.map((person, index) => {
    const userKey = userKeys[index];
    return userKey === undefined ? person : { ...person, userKey };
  });
  return {
    participant_video_files: people.slice(0, 1).map((person) => participantVideo(recorded, person)),
    participant_audio_files: people.map((person) => participantAudio(recorded, person)),
  };
}
