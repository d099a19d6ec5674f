import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createSessionClock } from '../../lib/session-clock/session-clock.ts';
import { createDeck } from './deck.ts';
import { createStandby } from './standby.ts';
import { arrive, breakMedia, end, installTestMedia } from './test-media.ts';

beforeAll(installTestMedia);

function segment(fileId: string, startSeconds: number, endSeconds: number) {
  return { fileId, src: `/${fileId}`, startSeconds, endSeconds };
}

const gallery = { name: 'gallery', segments: [segment('g1', 0, 60), segment('g2', 80, 140)] };
const speaker = { name: 'speaker', segments: [segment('s1', 0, 140)] };

let [media, spare] = [document.createElement('video'), document.createElement('video')];
let deck: ReturnType<typeof createDeck>;

beforeEach(async () => {
  [media, spare] = [document.createElement('video'), document.createElement('video')];
  const news = { onSegment: vi.fn(), onLength: vi.fn(), onJump: vi.fn() };
  const standby = createStandby(spare, media);
  deck = createDeck(media, { clock: createSessionClock(0), standby, rate: 1, ...news });
  deck.show(gallery);
  arrive(media, 60);
  await media.play();
});

function playTo(seconds: number): void {
  media.currentTime = seconds;
  media.dispatchEvent(new Event('timeupdate'));
}

const isShown = () => spare.dataset.shown !== undefined;

test('the next part is fetched shortly before it is needed, without a sound and once', () => {
  playTo(44);
  expect(spare.hasAttribute('src')).toBe(false);
  const load = vi.spyOn(spare, 'load');
  playTo(46);
  playTo(47);
  expect([spare.getAttribute('src'), spare.preload, spare.muted, spare.paused]).toEqual([
    '/g2',
    'auto',
    true,
    true,
  ]);
  expect(load).toHaveBeenCalledOnce();
  expect([media.getAttribute('src'), media.currentTime, media.paused]).toEqual(['/g1', 47, false]);
});

test('who plays faster needs it sooner', () => {
  media.playbackRate = 3;
  playTo(20);
  expect(spare.getAttribute('src')).toBe('/g2');
});

test('who pauses, goes elsewhere or is in the last part fetches nothing, and what was fetched is let go', () => {
  media.pause();
  playTo(50);
  expect(spare.hasAttribute('src')).toBe(false);
  void media.play();
  playTo(50);
  expect(spare.getAttribute('src')).toBe('/g2');
  playTo(10);
  expect(spare.hasAttribute('src')).toBe(false);
  playTo(50);
  deck.show(speaker);
  arrive(media, 140);
  playTo(139);
  expect(spare.hasAttribute('src')).toBe(false);
});

test('its first picture is seen from the end of one part until the next has a picture of its own', () => {
  playTo(50);
  arrive(spare, 60);
  expect(isShown()).toBe(false);
  end(media);
  expect([media.getAttribute('src'), media.paused, isShown()]).toEqual(['/g2', false, true]);
  media.dispatchEvent(new Event('timeupdate'));
  expect(isShown()).toBe(true);
  arrive(media, 60);
  media.dispatchEvent(new Event('loadeddata'));
  expect([isShown(), spare.hasAttribute('src')]).toEqual([false, false]);
});

test('what cannot be fetched disturbs nothing, and is tried again when its turn has come', () => {
  playTo(50);
  breakMedia(spare, 2);
  playTo(51);
  expect([media.getAttribute('src'), media.error, media.paused]).toEqual(['/g1', null, false]);
  end(media);
  expect([media.getAttribute('src'), isShown()]).toEqual(['/g2', false]);
});

test('a next part that fails in the main element leaves no picture over the reason', () => {
  playTo(50);
  arrive(spare, 60);
  end(media);
  breakMedia(media, 2);
  expect(isShown()).toBe(false);
});

test('somebody who goes into the middle of the next part sees nothing of its beginning', () => {
  playTo(50);
  arrive(spare, 60);
  deck.seek(100);
  expect([media.getAttribute('src'), isShown(), spare.hasAttribute('src')]).toEqual(['/g2', false, false]);
});

test('a deck that was let go lets go of what it fetched', () => {
  playTo(50);
  deck.dispose();
  expect(spare.hasAttribute('src')).toBe(false);
});
