import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileUnreadable } from './errors.ts';
import { readLines } from './read-lines.ts';

const { signal } = new AbortController();

async function read(text: string | Buffer, durationSeconds: number | null = null) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const { lines, unreadable } = await readLines('chat', { bytes, durationSeconds, signal });
  return {
    messages: lines.map(({ startSeconds, speaker, text }) => [startSeconds, speaker, text]),
    unreadable,
  };
}

test('reads a chat as Zoom writes it: what has no time belongs to the message before', async () => {
  const chat =
    '00:01:12\tAda Moreau:\tPlease share the lab sheet.\r\n00:01:40\tSam Okoye:\tHere it is\r\nhttps://example.org/lab/7\r\n';
  expect(await read(`\ufeff${chat}`)).toEqual({
    unreadable: 0,
    messages: [
      [72, 'Ada Moreau', 'Please share the lab sheet.'],
      [100, 'Sam Okoye', 'Here it is\nhttps://example.org/lab/7'],
    ],
  });
});

test.each([
  ['00:00:05 From Ada Moreau to Everyone: Hello', [5, 'Ada Moreau', 'Hello']],
  ['00:00:05\t From  Ada Moreau  to  Everyone:\r\n\tHello', [5, 'Ada Moreau', 'Hello']],
  ['00:00:05\t From Ada Moreau : Hello', [5, 'Ada Moreau', 'Hello']],
  ['100:00:05\tAda:\tHello\tyou', [360_005, 'Ada', 'Hello\tyou']],
  ['00:00:05\tAda\tHello', [5, 'Ada', 'Hello']],
  ['00:00:05\t:\tHello', [5, null, 'Hello']],
  [
    '00:00:05\tOps: night shift:\t<img src=x onerror=alert(1)>',
    [5, 'Ops: night shift', '<img src=x onerror=alert(1)>'],
  ],
  ['just a text', [null, null, 'just a text']],
])('reads %j', async (text, message) => {
  expect(await read(text)).toEqual({ messages: [message], unreadable: 0 });
});

test('leaves out times of the other layout that are of a clock on the wall', async () => {
  const saved =
    '14:05:11 From Ada to Everyone: one\n00:00:07 From Ada to Everyone: two\n14:05:11\tAda:\tthree';
  const { messages } = await read(saved, 1500);
  expect(messages).toEqual([
    [null, 'Ada', 'one'],
    [7, 'Ada', 'two'],
    [50_711, 'Ada', 'three'],
  ]);
});

test('a damaged line hides only itself', async () => {
  const bytes = Buffer.concat([
    Buffer.from('00:00:01\tAda:\tone\n'),
    Buffer.from([0xff, 0xfe, 0xff, 0x00, 0x0a]),
    Buffer.from('00:00:02\tAda:\ttwo and enough text to be one\n'),
  ]);
  const { messages, unreadable } = await read(bytes);
  expect(messages.map(([at]) => at)).toEqual([1, 2]);
  expect(unreadable).toBe(1);
});

const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .map((some) =>
    some
      .replace(/[\r\0\ufffd\ufeff\t]/g, '')
      .replace(/\n+/g, '\nx')
      .trim(),
  )
  .filter((some) => some !== '');
const name = text
  .map((some) => some.replace(/[\n:]/g, '').trim())
  .filter((some) => some !== '' && !/^From\s/.test(some));

test('what was written is read again', async () => {
  const message = fc.record({ second: fc.nat(400_000), name, text });
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { maxLength: 30 }),
      fc.constantFrom('\n', '\r\n'),
      async (all, end) => {
        const rows = all.map(({ second, name, text }) => {
          const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
          const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
          return `${time}\t${name}:\t${text.replaceAll('\n', end)}${end}`;
        });
        const expected = all.map(({ second, name, text }) => [second, name, text]);
        expect(await read(rows.join(''))).toEqual({ messages: expected, unreadable: 0 });
      },
    ),
  );
});

test('whatever the bytes, it answers or calls the file unreadable', async () => {
  const pieces = fc.constantFrom('00:00:01', '\t', 'From ', ' to ', ':', '\n', '\r\n', '\0');
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 })
    .map((all) => Buffer.from(all.join('')));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }).map(Buffer.from), texts), async (bytes) => {
      const answer = await read(bytes).catch((error) => error);
      if (!(answer instanceof FileUnreadable)) expect(Array.isArray(answer.messages)).toBe(true);
    }),
  );
});
