import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FileLines } from '../src/contract/index.ts';
import { type SimulatedFile, simulatedFile, simulatedSession } from '../src/simulator/account.ts';
import { startTestMatinee, type TestMatinee } from './start-matinee.ts';

/** A transcript of some 20 MB. */
const longTranscript = [
  'WEBVTT',
  ...Array.from({ length: 150_000 }, (_, at) => {
    const time = new Date(at * 300).toISOString().slice(11, 23);
    return `\r\n${at}\r\n${time} --> ${time}\r\nAda Moreau: line ${at} of a very long day, with ${'words and '.repeat(7)}more\r\n`;
  }),
].join('\r\n');

const chat = '00:00:05\tAda:\t<script>alert(1)</script>\r\nstill Ada\r\n';
const timeline = { timeline: [{ ts: '00:00:01.000', users: [{ username: 'Ada', user_id: 7 }] }] };

const file = (id: string, recordingType: string, text: string): SimulatedFile =>
  simulatedFile({
    id,
    recording_type: recordingType,
    recording_start: '2026-03-04T14:05:11Z',
    recording_end: '2026-03-04T14:35:11Z',
    content: { kind: 'bytes', bytes: Buffer.from(text) },
  });

const files = [
  file('transcript', 'audio_transcript', 'WEBVTT\r\n\r\n00:00:01.000 --> 00:00:02.000\r\nAda: hello\r\n'),
  file('captions', 'closed_caption', 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nhello\n\ndamage\n'),
  file('chat', 'chat_file', chat),
  file('timeline', 'timeline', JSON.stringify(timeline)),
  file('damaged-timeline', 'timeline', '{"timeline": 5'),
  file('damaged-transcript', 'audio_transcript', '\u0000\u0001\u0002\u0000\u0000'),
  file('long', 'audio_transcript', longTranscript),
  file('video', 'gallery_view', 'x'),
];

let matinee: TestMatinee;

beforeAll(async () => {
  const session = { session_id: 'lines==', start_time: '2026-03-04T14:05:11Z', recording_files: files };
  matinee = await startTestMatinee({ sessions: [simulatedSession(session)] });
  await matinee.get('/api/recordings?from=2026-03-01&to=2026-03-31');
});
afterAll(() => matinee.stop());
afterEach(() => matinee.simulator.faults.clear());

const linesOf = (id: string) => matinee.get(`/api/files/${id}/lines`);

test.each([
  [
    'transcript',
    { unreadable: 0, lines: [{ index: 0, startSeconds: 1, endSeconds: 2, speaker: 'Ada', text: 'hello' }] },
  ],
  ['captions', { unreadable: 1, lines: [{ speaker: null, text: 'hello' }] }],
  ['chat', { lines: [{ startSeconds: 5, endSeconds: null, text: '<script>alert(1)</script>\nstill Ada' }] }],
  ['timeline', { spans: [{ startSeconds: 1, endSeconds: 1800, speakers: [{ name: 'Ada', userId: '7' }] }] }],
])('gives the lines of a %s', async (kind, expected) => {
  const { status, body } = await linesOf(kind);
  expect({ status, ...body }).toMatchObject({ status: 200, fileId: kind, kind, ...expected });
});

test.each([
  ['damaged-timeline', 422, 'file-unreadable'],
  ['damaged-transcript', 422, 'file-unreadable'],
  ['video', 404, 'not-found'],
  ['nobody', 404, 'not-found'],
])('says why %s has no lines', async (id, status, type) => {
  const answer = await linesOf(id);
  expect({ status: answer.status, type: answer.body.type }).toEqual({ status, type: `/problems/${type}` });
});

test('reads a file of 20 MB, while others are answered', async () => {
  let isAnswered = false;
  let others = 0;
  const reading = linesOf('long').finally(() => {
    isAnswered = true;
  });
  while (!isAnswered) {
    expect((await matinee.get('/healthz')).status).toBe(200);
    others += 1;
  }
  const { lines, unreadable } = FileLines.parse((await reading).body) as {
    lines: unknown[];
    unreadable: number;
  };
  expect({ lines: lines.length, unreadable }).toEqual({ lines: 150_000, unreadable: 0 });
  expect(others).toBeGreaterThan(3);
});

test('a file that breaks off is read again, and a web page is refused', async () => {
  const { faults } = matinee.simulator;
  faults.add('cdn', { kind: 'reset-at', byte: 40 }, { times: 2 });
  expect((await linesOf('transcript')).body.lines).toHaveLength(1);
  faults.add('web-download', { kind: 'html' });
  faults.add('cdn', { kind: 'html' });
  expect(await linesOf('chat')).toMatchObject({ status: 502, body: { type: '/problems/zoom-refused-file' } });
});
