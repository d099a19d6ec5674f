import { beforeEach, expect, test, vi } from 'vitest';
import { followWith, type VoiceOrder } from './voice-track.ts';

const segments = [
  { fileId: 'a', src: '/a', startSeconds: 10, endSeconds: 40 },
  { fileId: 'b', src: '/b', startSeconds: 60, endSeconds: 90 },
];

/** An element whose file is there, as far as jsdom can say. */
function voice() {
  const audio = document.createElement('audio');
  let isPaused = true;
  Object.defineProperties(audio, {
    readyState: { value: 4 },
    paused: { get: () => isPaused },
    ended: { value: false },
  });
  audio.load = vi.fn();
  audio.play = vi.fn(async () => {
    isPaused = false;
  });
  audio.pause = vi.fn(() => {
    isPaused = true;
  });
  const follow = (order: Partial<VoiceOrder>) =>
    followWith(audio, segments, {
      sessionSeconds: 20,
      isPlaying: true,
      rate: 1,
      volume: 0.5,
      isSilent: false,
      ...order,
    });
  return { audio, follow };
}

let current: ReturnType<typeof voice>;

beforeEach(() => {
  current = voice();
});

test('it plays the file that holds the second, where the picture is, as loud as the page', () => {
  const { audio, follow } = current;
  follow({ sessionSeconds: 25 });
  expect([audio.getAttribute('src'), audio.currentTime, audio.paused, audio.volume]).toEqual([
    '/a',
    15,
    false,
    0.5,
  ]);
  follow({ sessionSeconds: 70 });
  expect([audio.getAttribute('src'), audio.currentTime]).toEqual(['/b', 10]);
});

test('in a gap and while the picture stands it is still', () => {
  const { audio, follow } = current;
  follow({});
  follow({ sessionSeconds: 50 });
  expect(audio.paused).toBe(true);
  follow({});
  expect(audio.paused).toBe(false);
  follow({ isPlaying: false });
  expect(audio.paused).toBe(true);
});

test('a little late it plays faster, a little early slower, far off it jumps', () => {
  const { audio, follow } = current;
  follow({ rate: 2 });
  follow({ rate: 2, sessionSeconds: 20.1 });
  expect(audio.playbackRate).toBeCloseTo(2.2);
  follow({ rate: 2, sessionSeconds: 19.9 });
  expect(audio.playbackRate).toBeLessThan(2);
  expect(audio.currentTime).toBe(10);
  follow({ rate: 2, sessionSeconds: 20.5 });
  expect([audio.currentTime, audio.playbackRate]).toEqual([expect.closeTo(10.5), 2]);
});

test('who is not heard goes on in silence, so that they are in step when they are heard again', () => {
  const { audio, follow } = current;
  follow({ isSilent: true });
  expect([audio.muted, audio.paused]).toEqual([true, false]);
});
