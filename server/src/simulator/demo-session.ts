import type { SimulatedSession } from './account.ts';
import { LESSON, mediaFile, participantAudio, participantVideo, type Recorded, VISIT } from './media-set.ts';
import { type Random, randomSessionId } from './random.ts';
import { toZoomTime } from './utc-date.ts';

const CLINICS = ['orchid', 'maple', 'harbour', 'linden', 'juniper', 'saffron'] as const;
const VISITS = ['triage', 'follow-up', 'physio-check', 'wound-care', 'nutrition', 'sleep-clinic'] as const;
const LESSONS = [
  'algebra-ii-tutoring',
  'geometry-basics',
  'chemistry-lab-prep',
  'essay-workshop',
  'spanish-conversation',
  'physics-problem-set',
  'reading-club',
] as const;

/** Which views and side files a session has, and how often; sound and timeline come with every one. */
const VIEWS: readonly (readonly string[])[] = [
  ['shared_screen_with_speaker_view'],
  ['shared_screen_with_speaker_view', 'gallery_view'],
  ['gallery_view', 'speaker_view', 'shared_screen'],
  ['speaker_view'],
];
const SIDE_FILES = {
  audio_transcript: 0.6,
  chat_file: 0.45,
  closed_caption: 0.12,
  summary: 0.15,
  poll: 0.03,
  thumbnail: 0.05,
};

/** A believable session of the demo product, a visit or a lesson, that starts at `startMs`. */
export function createDemoSession({
  startMs,
  random,
}: {
  startMs: number;
  random: Random;
}): SimulatedSession {
  const isLesson = random.chance(0.45);
  const recorded: Recorded = { set: isLesson ? LESSON : VISIT, startMs, random };
  const sides = Object.entries(SIDE_FILES).filter(([, probability]) => random.chance(probability));
  const types = [...random.pick(VIEWS), 'audio_only', 'timeline', ...sides.map(([type]) => type)];
  return {
    session_id: randomSessionId(random),
    session_name: isLesson ? lessonName(random, startMs) : visitName(random, startMs),
    session_key: sessionKey(random, isLesson),
    start_time: toZoomTime(startMs),
    timezone: '',
    duration: isLesson ? random.integer(24, 62) : random.integer(6, 34),
    recording_files: types.map((type) => mediaFile(type, recorded)),
    ...(random.chance(0.15) ? participantFiles(recorded, random) : {}),
  };
}

/** The month and day, as people write it into a room's name. */
function dayCode(startMs: number): string {
  return toZoomTime(startMs).slice(5, 10).replace('-', '');
}

function visitName(random: Random, startMs: number): string {
  return `${random.pick(CLINICS)}-${random.pick(VISITS)}-${dayCode(startMs)}`;
}

function lessonName(random: Random, startMs: number): string {
  return `${random.pick(LESSONS)}-${dayCode(startMs)}-${random.pick(['a', 'b', 'c'])}`;
}

function sessionKey(random: Random, isLesson: boolean): string {
  if (random.chance(0.08)) return '';
  return isLesson ? `lesson-${random.integer(2100, 9800)}` : `order-${random.integer(61_000, 79_900)}`;
}

function participantFiles(recorded: Recorded, random: Random) {
  const [first, second] = recorded.set.participants;
  if (!first || !second) return {};
  const host = {
    ...first,
    userKey: `${recorded.set === VISIT ? 'clinician' : 'tutor'}-${random.integer(2, 40)}`,
  };
  const guest = {
    ...second,
    userKey: `${recorded.set === VISIT ? 'patient' : 'student'}-${random.integer(1000, 9999)}`,
  };
  return {
    participant_video_files: [participantVideo(recorded, host)],
    participant_audio_files: [participantAudio(recorded, host), participantAudio(recorded, guest)],
  };
}
