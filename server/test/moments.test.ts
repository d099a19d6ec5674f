import { afterEach, expect, test } from 'vitest';
import type { Indexing, Moment, MomentsPage } from '../src/contract/index.ts';
import {
  type SimulatedFile,
  type SimulatedSession,
  simulatedFile,
  simulatedSession,
} from '../src/simulator/account.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';
import { until } from './until.ts';

let matinee: TestMatinee;
afterEach(() => matinee?.stop());

const vtt = (...lines: string[]) =>
  `WEBVTT\r\n\r\n${lines.map((line, at) => `00:00:${10 + at}.000 --> 00:00:${11 + at}.000\r\n${line}\r\n`).join('\r\n')}`;

function file(id: string, recordingType: string, text: string): SimulatedFile {
  return simulatedFile({
    id,
    recording_type: recordingType,
    recording_start: '2026-03-04T14:05:21Z',
    recording_end: '2026-03-04T14:35:11Z',
    content: { kind: 'bytes', bytes: Buffer.from(text) },
  });
}

function session(id: string, files: SimulatedFile[], startTime = '2026-03-04T14:05:11Z'): SimulatedSession {
  const view = simulatedFile({
    id: `${id}-view`,
    recording_type: 'gallery_view',
    recording_start: startTime,
    content: { kind: 'synthetic', seed: 1, sizeBytes: 1000 },
  });
  return simulatedSession({
    session_id: id,
    session_name: `name of ${id}`,
    start_time: startTime,
    recording_files: [view, ...files],
  });
}

const visit = session('visit==', [
  file(
    'words',
    'audio_transcript',
    vtt(
      'Ada Moreau: Good afternoon',
      'Sam Okoye: The ankle is better, thank you',
      'Ada Moreau: Keep the sleeve on',
    ),
  ),
  file(
    'captions',
    'closed_caption',
    vtt('Good afternoon', 'The ankle is better,', 'thank you', 'Keep the sleeve on'),
  ),
  file('chat', 'chat_file', '00:00:30\tNoor:\t<b>ankle</b> leaflet: https://example.org/ankle\r\n'),
]);

async function start(sessions: SimulatedSession[], settings: Record<string, string> = {}): Promise<void> {
  matinee = await startTestMatinee({
    sessions,
    settings: { MATINEE_HISTORY_SINCE: '9999-12', ...settings },
    simulator: { rates: 'unlimited' },
  });
  await look();
  await matinee.startBackgroundWork();
}

const look = () => matinee.get('/api/recordings?from=2026-03-01&to=2026-03-31');

async function find(query: string): Promise<MomentsPage> {
  const { status, body } = await matinee.get(`/api/moments?${query}`);
  expect(status).toBe(200);
  return body;
}

const indexing = async (): Promise<Indexing> => (await find('q=x')).indexing;
const settled = () => until(async () => (await indexing()).state === 'done');
const texts = ({ moments }: MomentsPage) => moments.map(({ text }) => text);

test('finds what was said and typed, once each, with its second, neighbours and matches', async () => {
  await start([visit]);
  await settled();
  expect(await indexing()).toEqual({ state: 'done', files: 3, indexed: 3, failed: 0 });
  const { moments, nextCursor } = await find('q=ankle');
  expect(nextCursor).toBe(null);
  const [said, typed] = moments.sort((a, b) => b.kind.localeCompare(a.kind)) as [Moment, Moment];
  expect(moments).toHaveLength(2);
  expect(said).toEqual({
    session: {
      id: Buffer.from('visit==').toString('base64url'),
      name: 'name of visit==',
      startTime: '2026-03-04T14:05:11.000Z',
    },
    ...{ fileId: 'words', kind: 'transcript', lineIndex: 1, startSeconds: 11, sessionSeconds: 21 },
    ...{ speaker: 'Sam Okoye', text: 'The ankle is better, thank you' },
    ...{ before: 'Good afternoon', after: 'Keep the sleeve on', matches: [{ start: 4, end: 9 }] },
  });
  expect(typed).toMatchObject({ kind: 'chat', speaker: 'Noor', before: null, sessionSeconds: 40 });
  expect(typed.matches.map(({ start, end }) => typed.text.slice(start, end))).toEqual(['ankle', 'ankle']);
});

const long = 2400;
const counts: readonly [query: string, moments: number][] = [
  ['q=ankle+thank', 1],
  ['q=thank+ankle', 1],
  ['q="ankle+is"', 1],
  ['q="is+ankle"', 0],
  ['q=afterno', 1],
  ['q=afterno+', 0],
  ['q=ANKLE&speaker=oko', 1],
  ['q=ankle&speaker=ada', 0],
  ['q=ankle&from=2026-03-04&to=2026-03-04', 2],
  ['q=ankle&from=2026-03-05', 0],
  ['q=ankle&to=2026-03-03', 0],
  ['q=', 0],
  ...[
    '"',
    'ankle" OR (* NEAR/2 text: ^ {speaker}',
    "\0 \u{1f44d} -- '",
    'a '.repeat(long),
    '"'.repeat(long),
  ].map((text): [string, number] => [`q=${encodeURIComponent(text)}`, 0]),
];

test('holds every word, a phrase and the beginning of the last word; whatever is asked is answered', async () => {
  await start([visit]);
  await settled();
  for (const [query, moments] of counts) {
    expect({ query, moments: (await find(query)).moments.length }).toEqual({ query, moments });
  }
});

test('is paged by a cursor, the newest session first', async () => {
  const days = ['03', '01', '05', '02', '04'];
  const line = (day: string) =>
    file(`f${day}`, 'audio_transcript', vtt(`hello from ${day}`, `hello again ${day}`));
  await start(days.map((day) => session(`d${day}=`, [line(day)], `2026-03-${day}T10:00:00Z`)));
  await settled();
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await find(`q=hello&limit=3${cursor}`);
    seen.push(...page.moments.map(({ fileId, lineIndex }) => `${fileId} ${lineIndex}`));
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  expect(seen).toEqual(['05', '04', '03', '02', '01'].flatMap((day) => [`f${day} 0`, `f${day} 1`]));
  const refused = await matinee.get('/api/moments?q=x&cursor=nonsense');
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
});

test('hides what goes to the trash, and fetches nothing twice', async () => {
  await start([visit]);
  await settled();
  const fetched = () => matinee.simulator.log.filter(({ host }) => host === 'cdn').length;
  expect(fetched()).toBe(3);
  const [trashed] = matinee.simulator.account.sessions;
  if (trashed) trashed.trashed_at = new Date(Date.now() - 3_600_000).toISOString();
  await matinee.post('/api/refresh', { trash: 'session_recordings' });
  await until(async () => (await find('q=ankle')).moments.length === 0);
  if (trashed) delete trashed.trashed_at;
  await look();
  await until(async () => (await find('q=ankle')).moments.length === 2);
  await settled();
  expect(fetched()).toBe(3);
  expect(await indexing()).toEqual({ state: 'done', files: 3, indexed: 3, failed: 0 });
});

test('tells of a file that cannot be read, and reads the others', async () => {
  const broken = file('broken', 'audio_transcript', 'no transcript at all');
  await start([session('one=', [broken]), visit]);
  await settled();
  expect(await indexing()).toEqual({ state: 'done', files: 4, indexed: 3, failed: 1 });
  expect(texts(await find('q=sleeve'))).toEqual(['Keep the sleeve on']);
});

test('waits while Zoom refuses the key, and counts no file as failed for it', async () => {
  const many = Array.from({ length: 12 }, (_, at) =>
    session(`s${at}=`, [file(`f${at}`, 'chat_file', `00:00:01\tAda:\thello ${at}`)]),
  );
  matinee = await startTestMatinee({
    sessions: many,
    settings: { MATINEE_HISTORY_SINCE: '9999-12' },
    simulator: { rates: 'unlimited' },
  });
  await look();
  matinee.simulator.faults.add('api-session', { kind: 'status', status: 401 });
  matinee.simulator.faults.add('web-download', { kind: 'status', status: 401 });
  await matinee.startBackgroundWork();
  await until(async () => (await indexing()).state === 'paused');
  expect(await indexing()).toMatchObject({ files: 12, indexed: 0, failed: 0 });
});

test('reads nothing when the owner has turned it off', async () => {
  await start([visit], { MATINEE_INDEX_TRANSCRIPTS: 'off' });
  expect(await indexing()).toEqual({ state: 'off', files: 3, indexed: 0, failed: 0 });
  expect(matinee.simulator.log.filter(({ host }) => host === 'cdn')).toEqual([]);
});
