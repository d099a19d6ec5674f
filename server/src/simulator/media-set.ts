import { type SimulatedFile, simulatedFile } from './account.ts';
import type { FileContent } from './file-content.ts';
import { type Random, randomFileId } from './random.ts';
import { toZoomTime } from './utc-date.ts';

/** One of the two stories the demo media tell: a video visit and an algebra lesson (scripts/demo-stories.mjs). */
export interface MediaSet {
  name: 'visit' | 'lesson';
  /** The first one has a video and a sound file of their own. */
  participants: readonly { name: string; userId: string }[];
}

/** A nurse line sorts out an ankle. */
export const VISIT: MediaSet = {
  name: 'visit',
  participants: [
    { name: 'Ada Moreau', userId: '16778240' },
    { name: 'Sam Okoye', userId: '16779264' },
  ],
};

/** Two students complete the square. */
export const LESSON: MediaSet = {
  name: 'lesson',
  participants: [
    { name: 'Mina Park', userId: '16782336' },
    { name: 'Leo Brandt', userId: '16783360' },
  ],
};

/** How long every medium of the demo plays: the span between a file's recording_start and recording_end. */
export const MEDIA_SPAN_MS = 90_000;
/** The recorder joins a little after the session begins. */
const RECORDING_DELAY_MS = 12_000;

const ASSETS: Record<string, string> = {
  gallery_view: '-gallery.mp4',
  speaker_view: '-speaker.mp4',
  active_speaker: '-speaker.mp4',
  shared_screen: '-screen.mp4',
  shared_screen_with_speaker_view: '-screen.mp4',
  shared_screen_with_gallery_view: '-screen.mp4',
  individual_user: '-person.mp4',
  audio_only: '-audio.m4a',
  audio_only_each_participant: '-audio.m4a',
  audio_transcript: '.transcript.vtt',
  closed_caption: '.cc.vtt',
  chat_file: '-chat.txt',
  timeline: '-timeline.json',
  summary: '-summary.json',
  poll: '-poll.csv',
  thumbnail: '-thumbnail.jpg',
};

/** What a file of that recording type holds in a media set; unknown types show the gallery. */
export function mediaOf(set: MediaSet, recordingType: string): FileContent {
  return { kind: 'demo-media', name: `${set.name}${ASSETS[recordingType] ?? '-gallery.mp4'}` };
}

/** Where and when a file of a media set was recorded. */
export interface Recorded {
  set: MediaSet;
  /** Start of the session, ms. */
  startMs: number;
  random: Random;
}

/** A finished file backed by real media, with its true size and span. */
export function mediaFile(recordingType: string, recorded: Recorded): SimulatedFile {
  const startMs = recorded.startMs + RECORDING_DELAY_MS;
  return simulatedFile({
    id: randomFileId(recorded.random),
    recording_type: recordingType,
    recording_start: toZoomTime(startMs),
    recording_end: toZoomTime(startMs + MEDIA_SPAN_MS),
    content: mediaOf(recorded.set, recordingType),
  });
}

/** A stretch cut out of the visit's media, so that its burned-in clock tells where it lies in the session. */
export interface MediaPart {
  recordingType: string;
  name: string;
  /** Since the recording began. */
  fromSeconds: number;
  seconds: number;
}

/** The visit as it looks when the recording was stopped twice, and the screen was shared for a while (scripts/make-demo-media.mjs). */
export const VISIT_PARTS: readonly MediaPart[] = [
  { recordingType: 'gallery_view', name: 'visit-gallery-1.mp4', fromSeconds: 0, seconds: 8 },
  { recordingType: 'gallery_view', name: 'visit-gallery-2.mp4', fromSeconds: 20, seconds: 8 },
  { recordingType: 'gallery_view', name: 'visit-gallery-3.mp4', fromSeconds: 40, seconds: 8 },
  { recordingType: 'shared_screen', name: 'visit-screen-part.mp4', fromSeconds: 12, seconds: 8 },
];

/** A finished file that holds one stretch of the session. */
export function mediaPart({ recordingType, name, ...part }: MediaPart, recorded: Recorded): SimulatedFile {
  const startMs = recorded.startMs + RECORDING_DELAY_MS + part.fromSeconds * 1000;
  return simulatedFile({
    id: randomFileId(recorded.random),
    recording_type: recordingType,
    recording_start: toZoomTime(startMs),
    recording_end: toZoomTime(startMs + part.seconds * 1000),
    content: { kind: 'demo-media', name },
  });
}

/** One participant's own picture, with the user key when there is one (zoom-api.md 2.7). */
export function participantVideo(
  recorded: Recorded,
  participant: { name: string; userId: string; userKey?: string },
) {
  return { ...mediaFile('individual_user', recorded), ...describeParticipant(participant) };
}

/** One participant's own sound. Zoom gives these no recording type. */
export function participantAudio(
  recorded: Recorded,
  participant: { name: string; userId: string; userKey?: string },
) {
  const { recording_type: _type, ...file } = mediaFile('audio_only_each_participant', recorded);
  return { ...file, file_type: 'M4A', file_extension: 'M4A', ...describeParticipant(participant) };
}

function describeParticipant({ name, userId, userKey }: { name: string; userId: string; userKey?: string }) {
  return { file_name: name, user_id: userId, ...(userKey === undefined ? {} : { user_key: userKey }) };
}
