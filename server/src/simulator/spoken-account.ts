import type { SimulatedAccount, SimulatedFile, SimulatedSession } from './account.ts';
import { createRandom, type Random, randomFileId, randomSessionId } from './random.ts';
import { toZoomTime } from './utc-date.ts';

const SPAN_MS = 1_500_000;
const DAY_MS = 86_400_000;

/**
 * Sessions spread evenly over the days before `now` (ms), each with a transcript of so many words, the same ones each time. Texts are made as
 * they are fetched, so that tens of thousands fit in memory.
 */
export function spokenAccount(options: {
  sessions: number;
  days: number;
  now: number;
  wordsEach: number;
}): SimulatedAccount {
  const { sessions, days, now, wordsEach } = options;
  const random = createRandom(sessions);
  const all = Array.from({ length: sessions }, (_, index) => {
    const startMs = now - Math.floor(((index + 1) / sessions) * days * DAY_MS);
    return makeSession({ index, startMs, wordsEach, random });
  });
  const byId = new Map(all.map((session) => [session.session_id, session]));
  return {
    sessions: [],
    find: (sessionId) => byId.get(sessionId),
    between: (from, to) =>
      all.filter(
        ({ start_time: start }) =>
          start.slice(0, 7) >= from.slice(0, 7) && start.slice(0, 7) <= to.slice(0, 7),
      ),
  };
}

function makeSession(options: {
  index: number;
  startMs: number;
  wordsEach: number;
  random: Random;
}): SimulatedSession {
  const { index, startMs, wordsEach, random } = options;
  const transcript: SimulatedFile = {
    id: randomFileId(random),
    status: 'completed',
    recording_type: 'audio_transcript',
    file_type: 'TRANSCRIPT',
    file_extension: 'VTT',
    recording_start: toZoomTime(startMs),
    recording_end: toZoomTime(startMs + SPAN_MS),
    content: { kind: 'spoken', seed: index, words: wordsEach },
  };
  return {
    session_id: randomSessionId(random),
    session_name: `spoken-${String(index).padStart(6, '0')}`,
    session_key: '',
    start_time: toZoomTime(startMs),
    timezone: '',
    duration: 25,
    recording_files: [transcript],
  };
}
