import { beforeAll, expect, test, vi } from 'vitest';
import { createSessionClock } from '../../lib/session-clock/session-clock.ts';
import { createDeck, type DeckLane } from './deck.ts';
import { createStandby } from './standby.ts';
import { arrive, end, installTestMedia } from './test-media.ts';

beforeAll(installTestMedia);

function segment(fileId: string, startSeconds: number, endSeconds: number) {
  return { fileId, src: `/${fileId}`, startSeconds, endSeconds };
}

/** Recorded from 0 to 30, from 50 to 80 and from 90 to 120. */
const gallery: DeckLane = {
  name: 'gallery',
  segments: [segment('g1', 0, 30), segment('g2', 50, 80), segment('g3', 90, 120)],
};
const speaker: DeckLane = { name: 'speaker', segments: [segment('s1', 0, 120)] };
const screen: DeckLane = { name: 'screen', segments: [segment('screen', 60, 120)] };

function start({ atSeconds = 0, rate = 1, lane = gallery } = {}) {
  const media = document.createElement('video');
  const clock = createSessionClock(atSeconds);
  const news = { onSegment: vi.fn(), onLength: vi.fn(), onJump: vi.fn() };
  const standby = createStandby(document.createElement('video'), media);
  const deck = createDeck(media, { clock, standby, rate, ...news });
  deck.show(lane);
  const load = (lengthSeconds = 30) => arrive(media, lengthSeconds);
  return { media, clock, deck, load, ...news };
}

function fileIn(media: HTMLMediaElement): string {
  return new URL(media.src).pathname;
}

test('a lane begins where the clock stands, in the file that holds that second, and does not play', () => {
  const { media, clock, load, onSegment, onLength } = start({ atSeconds: 62, rate: 1.5 });
  expect(fileIn(media)).toBe('/g2');
  expect(clock.getSnapshot()).toEqual({ sessionSeconds: 62, isPlaying: false, rate: 1.5 });
  load(29);
  expect([media.currentTime, media.playbackRate, media.paused]).toEqual([12, 1.5, true]);
  expect(onSegment).toHaveBeenCalledExactlyOnceWith('g2');
  expect(onLength).toHaveBeenCalledExactlyOnceWith('g2', 29);
});

test('another view begins at the same instant, at the same speed, playing on if it played', async () => {
  const { media, clock, deck, load, onJump } = start();
  load();
  await media.play();
  Object.assign(media, { playbackRate: 2, currentTime: 12 });
  deck.show(speaker);
  expect([fileIn(media), clock.now(), media.paused]).toEqual(['/s1', 12, false]);
  load(120);
  expect([media.currentTime, media.playbackRate, media.paused]).toEqual([12, 2, false]);
  expect(onJump).toHaveBeenLastCalledWith(null);
});

test('a view that begins later is begun at its start, and says so', () => {
  const { media, clock, deck, load, onJump } = start({ atSeconds: 20, lane: speaker });
  load(120);
  deck.show(screen);
  load(60);
  expect([fileIn(media), media.currentTime, clock.now()]).toEqual(['/screen', 0, 60]);
  expect(onJump).toHaveBeenLastCalledWith({ askedSeconds: 20, landedSeconds: 60 });
});

test('playing runs over gaps to the end of the last part', async () => {
  const { media, clock, load } = start();
  load();
  await media.play();
  const parts: [string, number][] = [];
  for (const _ of gallery.segments) {
    parts.push([fileIn(media), clock.now()]);
    end(media);
    if (parts.length < gallery.segments.length) {
      expect(media.paused).toBe(false);
      load();
    }
  }
  expect(parts).toEqual([
    ['/g1', 0],
    ['/g2', 50],
    ['/g3', 90],
  ]);
  expect(clock.getSnapshot()).toEqual({ sessionSeconds: 120, isPlaying: false, rate: 1 });
});

test('where two parts overlap, the later one takes over at its beginning', async () => {
  const lane = { name: 'odd', segments: [segment('a', 0, 28), segment('b', 28, 60)] };
  const { media, load } = start({ lane });
  load(40);
  await media.play();
  media.currentTime = 28.1;
  media.dispatchEvent(new Event('timeupdate'));
  expect(fileIn(media)).toBe('/b');
});

test('seeking goes to the file that holds the second, over gaps, and back over them', () => {
  const { media, clock, deck, load } = start();
  load();
  clock.seek(12);
  expect([fileIn(media), media.currentTime]).toEqual(['/g1', 12]);
  clock.seek(40);
  load();
  expect([fileIn(media), media.currentTime, clock.now()]).toEqual(['/g2', 0, 50]);
  deck.seekBy(-5);
  load();
  expect([fileIn(media), media.currentTime]).toEqual(['/g1', 25]);
  deck.seekBy(5000);
  load();
  expect([fileIn(media), clock.now()]).toEqual(['/g3', 119.9]);
});

test('a wish made while a file is on its way is met when it is there', () => {
  const { media, clock, load } = start();
  clock.seek(7);
  clock.seek(9);
  expect(clock.now()).toBe(9);
  load();
  expect(media.currentTime).toBe(9);
});

test('a wish made before there is any lane is met by the first one', () => {
  const clock = createSessionClock(0);
  const media = document.createElement('video');
  const standby = createStandby(document.createElement('video'), media);
  const news = { onSegment: vi.fn(), onLength: vi.fn(), onJump: vi.fn() };
  const deck = createDeck(media, { clock, standby, rate: 1, ...news });
  clock.seek(62);
  deck.show(gallery);
  arrive(media, 30);
  expect([fileIn(media), media.currentTime]).toEqual(['/g2', 12]);
});

test('news of the same lane moves nothing; a file loaded again goes on where it was', () => {
  const { media, deck, load } = start();
  load();
  media.currentTime = 11;
  const loads = vi.fn();
  media.addEventListener('loadstart', loads);
  deck.show({ ...gallery, segments: gallery.segments.map((one) => ({ ...one })) });
  expect([loads.mock.calls.length, media.currentTime]).toEqual([0, 11]);
  deck.reload();
  load();
  expect([loads.mock.calls.length, media.currentTime]).toEqual([1, 11]);
});

test('where the same files lie elsewhere on the clock, the place within the file stays, also of one on its way', () => {
  const { media, clock, deck, load } = start();
  const moved = (by: number) => ({
    ...gallery,
    segments: gallery.segments.map((one) => segment(one.fileId, one.startSeconds + by, one.endSeconds + by)),
  });
  clock.seek(7);
  deck.show(moved(10));
  expect(clock.getSnapshot().sessionSeconds).toBe(17);
  load();
  expect([media.currentTime, clock.now()]).toEqual([7, 17]);
  deck.show(moved(0));
  expect([media.currentTime, clock.getSnapshot().sessionSeconds]).toEqual([7, 7]);
});

test('a deck that was let go leaves the clock where it was', () => {
  const { media, clock, deck, load } = start();
  load();
  media.currentTime = 21;
  deck.dispose();
  media.currentTime = 3;
  expect(clock.getSnapshot()).toMatchObject({ sessionSeconds: 21, isPlaying: false });
  clock.seek(5);
  expect(media.currentTime).toBe(3);
});
