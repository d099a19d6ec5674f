import { expect, test } from 'vitest';
import { createTimeWriter } from './time-writer.ts';

function watchWriter() {
  const written: number[] = [];
  const clock = { ms: 0 };
  const writer = createTimeWriter({
    write: (seconds) => written.push(seconds),
    now: () => clock.ms,
    startSeconds: 90.4,
  });
  return { writer, written, clock };
}

test('passing playback is written every few seconds, in whole seconds', () => {
  const { writer, written, clock } = watchWriter();
  for (let ms = 0; ms <= 12_000; ms += 250) {
    clock.ms = ms;
    writer.pass(90 + ms / 1000);
  }
  expect(written).toEqual([95, 100]);
});

test('a place where playback stands is written at once, and once', () => {
  const { writer, written } = watchWriter();
  writer.settle(12.7);
  writer.settle(12.9);
  expect(written).toEqual([12]);
});

test('as long as nobody moves, the address keeps the tenths it was given', () => {
  const { writer, written } = watchWriter();
  writer.settle(90.4);
  expect(written).toEqual([]);
  writer.settle(91);
  writer.settle(90.4);
  expect(written).toEqual([91, 90]);
});
