import { expect, test, vi } from 'vitest';
import { createSessionClock } from './session-clock.ts';

test('without a player, seeking moves the place from which one will begin', () => {
  const clock = createSessionClock(95);
  expect(clock.getSnapshot()).toEqual({ sessionSeconds: 95, isPlaying: false, rate: 1 });
  clock.seek(12);
  expect([clock.now(), clock.getSnapshot().sessionSeconds]).toEqual([12, 12]);
  clock.seek(-3);
  expect(clock.now()).toBe(0);
});

test('a driver is asked for the moment and told where to go; once let go it is left alone', () => {
  const clock = createSessionClock(0);
  const seek = vi.fn();
  const release = clock.drive({ now: () => 41.7, seek });
  clock.seek(60);
  expect(seek).toHaveBeenCalledExactlyOnceWith(60);
  expect([clock.now(), clock.getSnapshot().sessionSeconds]).toEqual([41.7, 0]);
  release();
  clock.seek(60);
  expect(seek).toHaveBeenCalledOnce();
  expect(clock.now()).toBe(60);
});

test('listeners hear changes and nothing else, until they stop', () => {
  const clock = createSessionClock(0);
  const listener = vi.fn();
  const stop = clock.subscribe(listener);
  clock.tell({ isPlaying: true, sessionSeconds: 1 });
  clock.tell({ isPlaying: true });
  expect(listener).toHaveBeenCalledOnce();
  const before = clock.getSnapshot();
  clock.tell({ rate: 1 });
  expect(clock.getSnapshot()).toBe(before);
  stop();
  clock.tell({ isPlaying: false });
  expect(listener).toHaveBeenCalledOnce();
});
