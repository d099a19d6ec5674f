import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileUnreadable } from './errors.ts';
import { readLines } from './read-lines.ts';

const { signal } = new AbortController();

function read(text: string | Buffer, kind: 'transcript' | 'captions' = 'transcript') {
  return readLines(kind, { bytes: Buffer.from(text as string), durationSeconds: null, signal });
}

/** A time as Zoom writes it: hours of two digits or more. */
function stamp(ms: number): string {
  const parts = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.${String(ms % 1000).padStart(3, '0')}`;
}

test('reads a transcript as Zoom writes it', async () => {
  const text = [
    'WEBVTT\r\n\r\n1\r\n00:00:03.120 --> 00:00:06.480\r\nAda Moreau: Good afternoon, can you hear me?\r\n\r\n',
    '2\r\n00:00:07.010 --> 00:00:09.900\r\nSam Okoye: Yes, loud and clear.\r\n\r\n',
    '3\r\n00:00:10.000 --> 00:00:11.000\r\nWithout anybody’s name\r\n',
  ].join('');
  expect(await read(text)).toEqual({
    unreadable: 0,
    lines: [
      line(0, 3.12, 6.48, 'Ada Moreau', 'Good afternoon, can you hear me?'),
      line(1, 7.01, 9.9, 'Sam Okoye', 'Yes, loud and clear.'),
      line(2, 10, 11, null, 'Without anybody’s name'),
    ],
  });
});

function line(
  index: number,
  startSeconds: number,
  endSeconds: number | null,
  speaker: string | null,
  text: string,
) {
  return { index, startSeconds, endSeconds, speaker, text };
}

const cue = (times: string, text: string) => `WEBVTT\n\n${times}\n${text}\n`;
const usual = '00:00:01.000 --> 00:00:02.000';

test.each([
  ['a byte order mark', `\ufeff${cue(usual, 'Ada: hi')}`, [1, 2, 'Ada', 'hi']],
  ['line ends of old Macs', cue(usual, 'Ada: hi').replaceAll('\n', '\r'), [1, 2, 'Ada', 'hi']],
  ['a voice tag', cue(usual, '<v Ada Moreau>hi</v>'), [1, 2, 'Ada Moreau', 'hi']],
  ['a voice tag with a class, never closed', cue(usual, '<v.loud Ada>hi: you'), [1, 2, 'Ada', 'hi: you']],
  ['hours over 99', cue('123:00:01.500 --> 123:00:02.000', 'hi'), [442_801.5, 442_802, null, 'hi']],
  ['no hours at all', cue('00:01.000 --> 00:02.000', 'hi'), [1, 2, null, 'hi']],
  ['a decimal comma', cue('00:00:01,250 --> 00:00:02,000', 'hi'), [1.25, 2, null, 'hi']],
  ['settings of a cue', cue(`${usual} align:start line:0%`, 'hi'), [1, 2, null, 'hi']],
  ['an end before the start', cue('00:00:05.000 --> 00:00:02.000', 'hi'), [5, null, null, 'hi']],
  ['no header', `${usual}\nhi`, [1, 2, null, 'hi']],
  [
    'comments and styles',
    `WEBVTT\nKind: x\n\nNOTE a\nb\n\nSTYLE\n::cue{}\n\n${usual}\nhi`,
    [1, 2, null, 'hi'],
  ],
  ['several lines', cue(usual, 'Ada: one\ntwo'), [1, 2, 'Ada', 'one\ntwo']],
  ['a time in the text', cue(usual, '10:30 it is'), [1, 2, null, '10:30 it is']],
  ['entities', cue(usual, 'R&amp;D &lt;b&gt; &amp;lt; &copy;'), [1, 2, null, 'R&D <b> &lt; &copy;']],
  ['markup, as text', cue(usual, '<script>alert(1)</script>'), [1, 2, null, '<script>alert(1)</script>']],
  ['an arrow in the text', cue(usual, 'a --> b'), [1, 2, null, 'a --> b']],
])('reads %s', async (_what, text, [start, end, speaker, said]) => {
  const { lines, unreadable } = await read(text);
  expect(unreadable).toBe(0);
  expect(lines).toEqual([
    line(0, Number(start), end === null ? null : Number(end), speaker as string, `${said}`),
  ]);
});

test('keeps cues that overlap, in order of time', async () => {
  const cues = [
    '00:00:05.000 --> 00:00:09.000\nB',
    '00:00:01.000 --> 00:00:08.000\nA',
    '00:00:05.000 --> 00:00:06.000\nC',
  ];
  const { lines } = await read(`WEBVTT\n\n${cues.join('\n\n')}`);
  expect(lines.map(({ text, index }) => [text, index])).toEqual([
    ['A', 0],
    ['B', 1],
    ['C', 2],
  ]);
});

test('a damaged cue hides only itself, and a missing blank line nothing', async () => {
  const damaged = `WEBVTT\n\n1\n${usual}\none\n2\n00:00:03.000 --> 00:00:04.000\ntwo\n\n3\n00:0x:05 --> oops\nlost\n\n4\n00:00:07.000 --> 00:00:08.000\nfour`;
  const { lines, unreadable } = await read(damaged);
  expect(lines.map(({ text }) => text)).toEqual(['one', 'two', 'four']);
  expect(unreadable).toBe(1);
});

test('takes a colon in captions for a speaker only where most cues have one', async () => {
  const captions = ['Ada: hi', 'the plan: we go', 'no', 'and no'].map(
    (text, at) => `00:00:0${at}.000 --> 00:00:09.000\n${text}`,
  );
  const few = await read(`WEBVTT\n\n${captions.join('\n\n')}`, 'captions');
  expect(few.lines.map(({ speaker }) => speaker)).toEqual([null, null, null, null]);
  const most = await read(`WEBVTT\n\n${captions.slice(0, 3).join('\n\n')}`, 'captions');
  expect(most.lines.map(({ speaker }) => speaker)).toEqual(['Ada', 'the plan', null]);
});

test.each([
  ['a picture', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 37) % 256))],
  ['zeroes', Buffer.alloc(5000)],
  ['another text', Buffer.from('Dear all,\n\nthe meeting is over.\n')],
])('refuses %s whole', async (_what, bytes) => {
  await expect(read(bytes)).rejects.toThrow(FileUnreadable);
});

test('an empty file, and one with no cue, have no lines', async () => {
  expect(await read('')).toEqual({ lines: [], unreadable: 0 });
  expect(await read('WEBVTT\n\n')).toEqual({ lines: [], unreadable: 0 });
});

const word = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .map((text) =>
    text
      .replace(/[\r\n\0\ufffd\ufeff]|-->/g, '')
      .trim()
      .replace(/^(<v|WEBVTT|NOTE|STYLE|REGION)/, 'x'),
  )
  .filter((text) => text.trim() !== '' && !/^\d+$/.test(text));
const name = word.map((text) => text.replace(/[:<>]/g, '').trim()).filter((text) => text !== '');
const someCues = fc.array(
  fc.record({
    startMs: fc.integer({ min: 0, max: 400_000_000 }),
    spanMs: fc.nat(60_000),
    speaker: name,
    text: word,
  }),
  { maxLength: 30 },
);
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

test('what was written is read again, whichever way lines end', async () => {
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  await fc.assert(
    fc.asyncProperty(someCues, ends, fc.boolean(), async (cues, end, isTagged) => {
      const blocks = cues.map(({ startMs, spanMs, speaker, text }, at) => [
        String(at + 1),
        `${stamp(startMs)} --> ${stamp(startMs + spanMs)}`,
        isTagged ? `<v ${escaped(speaker)}>${escaped(text)}</v>` : `${escaped(speaker)}: ${escaped(text)}`,
        '',
      ]);
      const { lines, unreadable } = await read(['WEBVTT', '', ...blocks.flat()].join(end));
      const expected = cues
        .map(({ startMs, spanMs, speaker, text }) => [
          startMs / 1000,
          (startMs + spanMs) / 1000,
          speaker,
          text,
        ])
        .sort(([a], [b]) => Number(a) - Number(b));
      expect(unreadable).toBe(0);
      expect(lines.map((each) => [each.startSeconds, each.endSeconds, each.speaker, each.text])).toEqual(
        expected,
      );
    }),
  );
});

test('whatever the bytes, it answers or calls the file unreadable', async () => {
  const pieces = fc.constantFrom(
    'WEBVTT',
    '\n',
    '\r\n\r\n',
    usual,
    ' --> ',
    '<v ',
    '>',
    'Ada: ',
    '\0',
    '&amp;',
    '1',
    'NOTE',
  );
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 })
    .map((all) => Buffer.from(all.join('')));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }).map(Buffer.from), texts), async (bytes) => {
      const answer = await read(bytes).catch((error) => error);
      if (!(answer instanceof FileUnreadable)) expect(Array.isArray(answer.lines)).toBe(true);
    }),
  );
});

test('times written another way change nothing but the way they are read', async () => {
  const anyLine = fc.oneof(
    fc.constantFrom(
      '',
      '',
      ' ',
      '1',
      '27',
      'NOTE x',
      'WEBVTT',
      'Ada: hi',
      '<v Ada>hi',
      '5 &lt; 6',
      '-->',
      'STYLE',
    ),
    fc.tuple(fc.nat(9_000_000), fc.nat(9_000_000)).map(([start, end]) => `${stamp(start)} --> ${stamp(end)}`),
  );
  const anyEnd = fc.constantFrom('\n', '\r\n', '\r');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyLine, anyEnd), { maxLength: 40 }), async (lines) => {
      const text = lines.flat().join('');
      // Hours of three digits are never read as a usual cue.
      const unusual = text.replaceAll(/\d\d:\d\d:\d\d\.\d{3}/g, '0$&');
      const outcome = (one: string) => read(one).catch(({ message }: Error) => message);
      expect(await outcome(text)).toEqual(await outcome(unusual));
    }),
    { numRuns: 500 },
  );
});
