import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packLines, unpackLines } from './packed-lines.ts';

const time = fc.option(fc.nat(400_000_000).map((ms) => ms / 1000));
const line = fc.record({
  startSeconds: time,
  endSeconds: time,
  speaker: fc.option(fc.constantFrom('', 'Ada Moreau', '你好', '0')),
  text: fc.string({ unit: 'binary', maxLength: 20 }),
});

test('what is packed comes out as it was', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      expect(unpackLines(packLines(lines))).toEqual(lines);
    }),
  );
});

test('packs of the first version can be read', () => {
  const first = [
    ['Ada', 'Sam'],
    [0, 3.5, 1, 4.25, null, 0, null, null, null],
    ['one', 'two', 'three'],
  ];
  expect(unpackLines(deflateRawSync(JSON.stringify(first)))).toEqual([
    { startSeconds: 0, endSeconds: 3.5, speaker: 'Sam', text: 'one' },
    { startSeconds: 4.25, endSeconds: null, speaker: 'Ada', text: 'two' },
    { startSeconds: null, endSeconds: null, speaker: null, text: 'three' },
  ]);
});

test('regular times hardly take room', () => {
  const lines = Array.from({ length: 1000 }, (_, at) => ({
    startSeconds: at * 4,
    endSeconds: at * 4 + 3.5,
    speaker: 'Ada',
    text: '',
  }));
  expect(packLines(lines).length).toBeLessThan(400);
});
