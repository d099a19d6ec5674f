import { expect, test } from 'vitest';
import { createTimeWriter } from './time-writer.ts';

function watchWriter() {
  const written: number[] = [];
  const clock = { ms: 0 };
  const writer = createTimeWriter({ write: (seconds) => written.push(seconds), now: () => clock.ms });
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
