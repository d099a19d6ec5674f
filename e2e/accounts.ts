import {
  createAccount,
  type SimulatedAccount,
  type SimulatedFile,
  type SimulatedSession,
  simulatedSession,
} from '../server/src/simulator/account.ts';
import {
  LESSON,
  type MediaSet,
  mediaFile,
  participantVideo,
  type Recorded,
  VISIT,
} from '../server/src/simulator/media-set.ts';
import { createRandom, randomSessionId } from '../server/src/simulator/random.ts';
import { toZoomTime } from '../server/src/simulator/utc-date.ts';

const DAY_MS = 86_400_000;
const random = createRandom(412);

/** The UTC month so many months from now, as the address writes it and as the page does. */
export function monthFromNow(steps: number): { param: string; name: string; startMs: number } {
  const now = new Date();
  const startMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + steps, 1);
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return { param: toZoomTime(startMs).slice(0, 7), name: name.format(startMs), startMs };
}

/** A moment of that UTC month, in ms: noon of its `day`-th day. */
export function noon(steps: number, day: number): number {
  return monthFromNow(steps).startMs + (day - 0.5) * DAY_MS;
}

/** A moment of the current UTC month that has passed, whatever the date: `share` of the way from its beginning to now. */
export function thisMonth(share: number): number {
  const { startMs } = monthFromNow(0);
  return Math.floor(startMs + (Date.now() - startMs) * share);
}

interface Plan {
  name: string;
  startMs: number;
  set?: MediaSet;
  /** Recording types; each becomes a finished file with real media. */
  types?: readonly string[];
  files?: readonly SimulatedFile[];
  fields?: Partial<SimulatedSession>;
}

/** A session with real media: three views, sound, transcript, captions, chat and timeline, if nothing else is planned. */
export function recorded({
  name,
  startMs,
  set = VISIT,
  types = everyType,
  files,
  fields,
}: Plan): SimulatedSession {
  const source: Recorded = { set, startMs, random };
  return simulatedSession({
    session_id: randomSessionId(random),
    session_name: name,
    session_key: `order-${random.integer(61_000, 79_900)}`,
    start_time: toZoomTime(startMs),
    recording_files: [...(files ?? types.map((type) => mediaFile(type, source)))],
    ...fields,
  });
}

const everyType = [
  'gallery_view',
  'speaker_view',
  'shared_screen',
  'audio_only',
  'audio_transcript',
  'closed_caption',
  'chat_file',
  'timeline',
] as const;

/** A file that Zoom is still making: no type, no size, no bytes. */
export function unfinishedFile(startMs: number): SimulatedFile {
  return {
    id: `unfinished-${startMs}`,
    status: 'processing',
    recording_start: toZoomTime(startMs),
    content: { kind: 'missing' },
  };
}

/** Zoom's words for a moment so many days ago; fractions are hours. */
export function daysAgo(days: number): string {
  return toZoomTime(Date.now() - days * DAY_MS);
}

/**
 * A small clinic, the same at any date: some sessions this month, thirty-six in the month before, none in the one before that,
 * three a month earlier, and both trashes.
 */
export function clinicAccount(): SimulatedAccount {
  return createAccount([
    recorded({ name: 'orchid-triage', startMs: thisMonth(0.9) }),
    recorded({ name: 'sound-only', startMs: thisMonth(0.8), types: ['audio_only', 'audio_transcript'] }),
    recorded({ name: 'still-working', startMs: thisMonth(0.7), files: [unfinishedFile(thisMonth(0.7))] }),
    recorded({ name: 'papers-only', startMs: thisMonth(0.6), types: ['chat_file'] }),
    withParticipant(recorded({ name: 'maple-follow-up', startMs: thisMonth(0.5) })),
    ...Array.from({ length: 36 }, (_, index) =>
      recorded({
        name: `algebra-${String(index).padStart(2, '0')}`,
        startMs: noon(-1, 1 + (index % 27)) + index * 60_000,
        set: LESSON,
        types: index % 2 ? ['speaker_view', 'audio_only'] : ['gallery_view', 'speaker_view', 'chat_file'],
        fields: { duration: 20 + index },
      }),
    ),
    ...['winter-checkup', 'winter-intake', 'winter-review'].map((name, index) =>
      recorded({ name, startMs: noon(-3, 10 + index) }),
    ),
    ...trashedSessions(),
  ]);
}

function trashedSessions(): SimulatedSession[] {
  const whole = { 'purged-today': 29.99, 'purged-in-days': 27.01, 'thrown-away-now': 0.001 };
  const oneFile = { 'lost-gallery': 28.99, 'lost-speaker': 10.01 };
  return [
    ...Object.entries(whole).map(([name, days], index) =>
      recorded({ name, startMs: noon(-2, 8 + index), fields: { trashed_at: daysAgo(days) } }),
    ),
    ...Object.entries(oneFile).map(([name, days], index) => {
      const session = recorded({ name, startMs: noon(-3, 20 + index) });
      const files = (session.recording_files ?? []).map((file, at) =>
        file && at === index ? { ...file, deleted_time: daysAgo(days) } : file,
      );
      return { ...session, recording_files: files };
    }),
  ];
}

function withParticipant(session: SimulatedSession): SimulatedSession {
  const [first] = VISIT.participants;
  if (!first) return session;
  const source: Recorded = { set: VISIT, startMs: Date.parse(session.start_time), random };
  return {
    ...session,
    participant_video_files: [participantVideo(source, { ...first, userKey: 'clinician-7' })],
  };
}
