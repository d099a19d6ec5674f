import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createSourceSwitch } from './source-switch.ts';
import { arrive, installTestMedia } from './test-media.ts';

let media: HTMLVideoElement;

beforeAll(installTestMedia);
beforeEach(() => {
  media = document.createElement('video');
});

test('the first file begins where it was asked for, at the kept speed, and does not start', () => {
  createSourceSwitch(media, { timeSeconds: 95, rate: 1.5 }).switchTo('/a');
  arrive(media);
  expect([media.currentTime, media.playbackRate, media.paused]).toEqual([95, 1.5, true]);
});

test('another file goes on at the same second and speed, playing if it played', async () => {
  const sourceSwitch = createSourceSwitch(media, { timeSeconds: 0, rate: 1 });
  sourceSwitch.switchTo('/a');
  arrive(media);
  await media.play();
  Object.assign(media, { currentTime: 42.5, playbackRate: 2, volume: 0.3 });
  sourceSwitch.switchTo('/b');
  expect(media.currentTime).toBe(0);
  arrive(media);
  expect([media.currentTime, media.playbackRate, media.paused, media.volume]).toEqual([42.5, 2, false, 0.3]);
});

test('loading passes through no other speed, which would be kept as a wish', () => {
  const sourceSwitch = createSourceSwitch(media, { timeSeconds: 0, rate: 2 });
  sourceSwitch.switchTo('/a');
  arrive(media);
  const rates: number[] = [];
  media.addEventListener('ratechange', () => rates.push(media.playbackRate));
  sourceSwitch.switchTo('/b');
  arrive(media);
  expect(rates.every((rate) => rate === 2)).toBe(true);
});

test('switching twice before the file has come keeps the place of the first', () => {
  const sourceSwitch = createSourceSwitch(media, { timeSeconds: 0, rate: 1 });
  sourceSwitch.switchTo('/a');
  arrive(media);
  media.currentTime = 30;
  sourceSwitch.switchTo('/b');
  sourceSwitch.switchTo('/c');
  arrive(media);
  expect(media.currentTime).toBe(30);
});

test('play pressed while the file is on its way is not forgotten', async () => {
  const sourceSwitch = createSourceSwitch(media, { timeSeconds: 0, rate: 1 });
  sourceSwitch.switchTo('/a');
  await media.play();
  sourceSwitch.switchTo('/b');
  arrive(media);
  expect(media.paused).toBe(false);
});

test('a shorter file goes to its last second, one of unknown length where it was', () => {
  const sourceSwitch = createSourceSwitch(media, { timeSeconds: 500, rate: 1 });
  sourceSwitch.switchTo('/a');
  arrive(media, 60);
  expect(media.currentTime).toBe(59);
  media.currentTime = 50;
  sourceSwitch.switchTo('/b');
  arrive(media, Number.POSITIVE_INFINITY);
  expect(media.currentTime).toBe(50);
});

test('reloading after a failure keeps the place', () => {
  const sourceSwitch = createSourceSwitch(media, { timeSeconds: 0, rate: 1 });
  sourceSwitch.switchTo('/a');
  arrive(media);
  media.currentTime = 77;
  sourceSwitch.reload();
  arrive(media);
  expect(media.currentTime).toBe(77);
});

test('what was disposed of touches the element no more', () => {
  const sourceSwitch = createSourceSwitch(media, { timeSeconds: 95, rate: 1 });
  sourceSwitch.switchTo('/a');
  sourceSwitch.dispose();
  arrive(media);
  expect(media.currentTime).toBe(0);
});
