import { createAccount, type SimulatedAccount, type SimulatedSession, simulatedFile } from './account.ts';
import { DATA_QUIRKS, ID_QUIRKS, NAME_QUIRKS, ordinarySession } from './quirks.ts';
import { createRandom } from './random.ts';
import { toZoomTime } from './utc-date.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** These began less than an hour ago: what they still lack is to come. */
const UNFINISHED = new Set(['still-processing', 'files-follow']);

/** Names and texts written by somebody who means harm; only for tests. */
const HOSTILE_NAMES: Record<string, string> = {
  'header-name': 'Q3 "plan"\r\nSet-Cookie: x=1',
  'path-name': '../../etc/passwd',
  'device-name': 'CON',
  'formula-name': '=HYPERLINK("http://x","y")',
};

const HOSTILE_VTT = `WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:04.000\r\nEve: <script>alert(1)</script><img src=x onerror=alert(1)>\r\n\r\n`;
const HOSTILE_CHAT = '00:00:02\tEve:\t<script>alert(1)</script> javascript:alert(1)\r\n';

/**
 * An account with every oddity on a session of its own, for tests. The session's `session_key` says which one it
 * is (`still-processing`, `id-leading-slash`, …; `key-empty` is to be found by its name); they lie a day apart,
 * going back from `now` (ms), thus over more than a month.
 */
export function quirkAccount({ now }: { now: number }): SimulatedAccount {
  const random = createRandom(8);
  let count = 0;
  const base = (key: string, name = key) => {
    count += 1;
    const startMs = UNFINISHED.has(key) ? now - 0.7 * HOUR_MS : now - count * DAY_MS - HOUR_MS;
    return ordinarySession({ startMs, random, name, key });
  };
  const data = Object.entries(DATA_QUIRKS).flatMap(([key, quirk]) => quirk(base(key)));
  const names = Object.entries({ ...NAME_QUIRKS, ...HOSTILE_NAMES }).map(
    ([key, name]) => base(key, name).session,
  );
  const ids = Object.entries(ID_QUIRKS).map(([key, id]) => ({ ...base(key).session, session_id: id }));
  const [wholeTrash, fileTrash] = [base('trashed-session').session, base('trashed-file').session];
  return createAccount([
    ...data,
    ...names,
    ...ids,
    hostileTexts(base('hostile-texts').session),
    largeSession(base('large-file').session),
    { ...wholeTrash, trashed_at: toZoomTime(now - 3 * DAY_MS) },
    trashFirstFile(fileTrash, toZoomTime(now - 5 * DAY_MS)),
    ...edgeSessions(base('midnight-first').session, base('midnight-last').session, now),
  ]);
}

function hostileTexts(session: SimulatedSession): SimulatedSession {
  const texts = { audio_transcript: HOSTILE_VTT, chat_file: HOSTILE_CHAT };
  const files = Object.entries(texts).map(([type, text]) =>
    simulatedFile({
      id: `hostile-${type}`,
      recording_type: type,
      content: { kind: 'bytes', bytes: Buffer.from(text) },
    }),
  );
  return { ...session, recording_files: files };
}

function largeSession(session: SimulatedSession): SimulatedSession {
  const content = { kind: 'synthetic', seed: 77, sizeBytes: 2 * 2 ** 30 } as const;
  return {
    ...session,
    recording_files: [simulatedFile({ id: 'large-file', recording_type: 'gallery_view', content })],
  };
}

function trashFirstFile(session: SimulatedSession, deletedTime: string): SimulatedSession {
  const files = session.recording_files?.map((file, index) =>
    file && index === 0 ? { ...file, deleted_time: deletedTime } : file,
  );
  return { ...session, ...(files ? { recording_files: files } : {}) };
}

/** The first and the last second of the UTC month before `now`. */
function edgeSessions(first: SimulatedSession, last: SimulatedSession, now: number): SimulatedSession[] {
  const date = new Date(now);
  const monthStart = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const previousStart = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1);
  return [
    { ...first, start_time: toZoomTime(previousStart) },
    { ...last, start_time: toZoomTime(monthStart - 1000) },
  ];
}
