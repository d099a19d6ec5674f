import { expect, test } from 'vitest';
import { createPositionWriter } from './position-writer.ts';

function watchWriter() {
  const written: unknown[] = [];
  const clock = { ms: 0 };
  const writer = createPositionWriter({
    write: (position) => written.push(position),
    now: () => clock.ms,
    durationSeconds: () => 600,
  });
  const play = (seconds: number) => writer.note({ seconds, view: null, isPlaying: true });
  return { writer, written, clock, play };
}

test('while it plays, the place is told every ten seconds', () => {
  const { written, clock, play } = watchWriter();
  for (let ms = 0; ms <= 25_000; ms += 250) {
    clock.ms = ms;
    play(90 + ms / 1000);
  }
  expect(written).toEqual([
    { seconds: 100, view: null },
    { seconds: 110, view: null },
  ]);
});

test('who leaves is told of at once, and who has not moved is not told of at all', () => {
  const { writer, written } = watchWriter();
  writer.note({ seconds: 42, view: 'speaker', isPlaying: false });
  writer.flush();
  expect(written).toEqual([]);
  writer.note({ seconds: 50.9, view: 'speaker', isPlaying: false });
  writer.flush();
  writer.flush();
  expect(written).toEqual([{ seconds: 50, view: 'speaker' }]);
  writer.note({ seconds: 50.2, view: 'audio', isPlaying: false });
  writer.flush();
  expect(written).toHaveLength(2);
});

test('who has come to the end begins anew the next time', () => {
  const { writer, written } = watchWriter();
  writer.note({ seconds: 42, view: null, isPlaying: true });
  writer.note({ seconds: 595, view: null, isPlaying: false });
  writer.flush();
  expect(written).toEqual([{ seconds: 0, view: null }]);
});
