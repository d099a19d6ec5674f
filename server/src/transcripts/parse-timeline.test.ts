import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileUnreadable } from './errors.ts';
import { readSpans } from './read-lines.ts';

const { signal } = new AbortController();

function read(value: unknown, durationSeconds: number | null = null) {
  const bytes =
    typeof value === 'string'
      ? Buffer.from(value)
      : value instanceof Uint8Array
        ? Buffer.from(value)
        : Buffer.from(JSON.stringify(value));
  return readSpans({ bytes, durationSeconds, signal });
}

const user = (username: unknown, user_id: unknown = 16_778_240) => ({
  ...{
    username,
    multiple_people: false,
    user_id,
    zoom_userid: '',
    email_address: '',
    avatar_url: '',
    client_type: 0,
  },
});
const ada = { name: 'Ada', userId: '16778240' };
const sam = { name: 'Sam', userId: '7' };

test('each entry holds until the next; the last one until the recording ends', async () => {
  const timeline = [
    { ts: '00:00:02.000', users: [user('Ada')] },
    { ts: '00:00:02.500', users: [user('Ada')] },
    { ts: '00:00:09.450', users: [] },
    { ts: '00:01:00.000', users: [user('Sam', '7'), user('Ada')] },
  ];
  expect(await read({ timeline, timeline_refine: [{ ts: 'x' }], version: 100 }, 90)).toEqual({
    unreadable: 1,
    spans: [
      { startSeconds: 2, endSeconds: 9.45, speakers: [ada] },
      { startSeconds: 60, endSeconds: 90, speakers: [ada, sam] },
    ],
  });
  expect((await read({ timeline })).spans.at(-1)?.endSeconds).toBe(null);
});

const one = [
  { ts: '00:00:01.000', users: [user('Ada')] },
  { ts: '00:00:02.000', users: [] },
];

test.each([
  ['timeline_refine alone', { version: 100, timeline_refine: one }],
  ['timeline_refine beside an empty timeline', { timeline: [], timeline_refine: one }],
  ['an array by itself', one],
  ['a byte order mark', `\ufeff${JSON.stringify({ timeline: one }, null, 2).replaceAll('\n', '\r\n')}`],
  [
    'arrays and objects of other names',
    { x: { timeline: [1] }, y: [[2], { z: '],"timeline":[' }], timeline: one },
  ],
])('reads %s', async (_what, value) => {
  expect(await read(value)).toMatchObject({ spans: [{ startSeconds: 1, endSeconds: 2, speakers: [ada] }] });
});

test('damage hides only itself, and a file that was cut gives what stands before', async () => {
  const whole = JSON.stringify({
    timeline: [...one, { ts: 5 }, { ts: '00:00:03.000', users: [user(null, null), 7, user('', 9)] }],
  });
  const { spans, unreadable } = await read(whole);
  expect(spans.map(({ speakers }) => speakers)).toEqual([[ada], [{ name: '9', userId: '9' }]]);
  expect(unreadable).toBe(1);
  const cut = await read(whole.slice(0, whole.indexOf('00:00:03')));
  expect(cut).toMatchObject({ spans: [{ startSeconds: 1 }], unreadable: 2 });
});

test.each([
  ['another JSON', { summary: {} }],
  ['no JSON', 'hello'],
  ['nothing', ''],
  ['entries of another shape', { timeline: [1, 2, { at: 3 }] }],
])('refuses %s', async (_what, value) => {
  await expect(read(value)).rejects.toThrow(FileUnreadable);
});

test('a timeline without entries has no spans', async () => {
  expect(await read({ timeline: [], version: 100 })).toEqual({ spans: [], unreadable: 0 });
});

test('what was written is read again, whoever spoke', async () => {
  const names = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 30 })
    .filter((name) => name.trim() === name && name !== '');
  const entries = fc.uniqueArray(fc.record({ ms: fc.nat(400_000_000), name: names }), {
    selector: ({ ms }) => ms,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(entries, async (all) => {
      const sorted = all.toSorted((a, b) => a.ms - b.ms);
      const timeline = all.map(({ ms, name }, at) => ({
        ts: new Date(ms % 86_400_000)
          .toISOString()
          .slice(11, 23)
          .replace(/^\d+/, String(Math.floor(ms / 3_600_000)).padStart(2, '0')),
        users: [user(name, at + 1)],
      }));
      const { spans, unreadable } = await read({ timeline });
      expect(unreadable).toBe(0);
      expect(
        spans.map(({ startSeconds, speakers }) => [Math.round(startSeconds * 1000), speakers[0]?.name]),
      ).toEqual(sorted.map(({ ms, name }) => [ms, name]));
    }),
  );
});

test('whatever the bytes, it answers or calls the file unreadable', async () => {
  const pieces = fc.constantFrom(
    '{"timeline":[',
    '{"ts":"00:00:01.000","users":[',
    ']}',
    ',',
    '"',
    '\\',
    '[',
    '}',
    '\0',
  );
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 })
    .map((all) => Buffer.from(all.join('')));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }).map(Buffer.from), texts), async (bytes) => {
      const answer = await read(bytes).catch((error) => error);
      if (!(answer instanceof FileUnreadable)) expect(Array.isArray(answer.spans)).toBe(true);
    }),
  );
});
