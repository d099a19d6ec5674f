import { MantineProvider } from '@mantine/core';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createSessionClock } from '../../lib/session-clock/session-clock.ts';
import { createSound } from '../../lib/sound.ts';
import { installTestBrowser } from '../../lib/test-browser.ts';
import type { PlayerProps } from './player.tsx';
import { gallery, lane, withCaptions } from './test-lanes.ts';
import { arrive, breakMedia, installTestMedia } from './test-media.ts';

let browser: ReturnType<typeof installTestBrowser>;

// Loading the controls takes a busy machine a while; nothing here waits longer than it must.
const patienceMs = 20_000;
vi.setConfig({ testTimeout: patienceMs });
configure({ asyncUtilTimeout: patienceMs });

beforeAll(installTestMedia);
beforeEach(() => {
  localStorage.clear();
  browser = installTestBrowser();
});
afterEach(() => {
  cleanup();
  browser.expectQuiet();
});

async function show({
  startSeconds = 0,
  ...differences
}: Partial<PlayerProps> & { startSeconds?: number } = {}) {
  const props: PlayerProps = {
    lane: gallery,
    clock: createSessionClock(startSeconds),
    sound: createSound(localStorage),
    durationSeconds: 600,
    onNextView: vi.fn(),
    onTranscript: vi.fn(),
    onRefused: vi.fn(),
    onLength: vi.fn(),
    onJump: vi.fn(),
    ...differences,
  };
  // Media Chrome looks for a browser when it is loaded, so there must be one by then.
  const { Player } = await import('./player.tsx');
  const view = (own: PlayerProps) => (
    <MantineProvider env="test">
      <Player {...own} />
    </MantineProvider>
  );
  render(view(props));
  const media = document.querySelector('video');
  if (!media) throw new Error('no video');
  return { media, props };
}

test('it loads what is needed to start, and does not start', async () => {
  const { media } = await show({ startSeconds: 95 });
  arrive(media);
  expect(media.preload).toBe('metadata');
  expect(media.autoplay).toBe(false);
  expect([media.paused, media.currentTime]).toEqual([true, 95]);
});

test('a key acts once: the controls’ own hotkeys are off', async () => {
  const { media } = await show();
  arrive(media);
  const frame = document.querySelector('media-controller');
  if (!frame) throw new Error('no frame');
  // Only then have the controls taken notice of the file, and could act on a key.
  await waitFor(() => expect(document.querySelector('media-play-button[mediapaused]')).toBeTruthy());
  for (const [key, seconds] of [
    ['l', 10],
    ['ArrowRight', 15],
    ['j', 5],
  ] as const) {
    fireEvent.keyDown(frame, { key });
    fireEvent.keyUp(frame, { key });
    expect(media.currentTime).toBe(seconds);
  }
  fireEvent.keyDown(frame, { key: 'k' });
  fireEvent.keyUp(frame, { key: 'k' });
  expect(media.paused).toBe(false);
});

test('a switch key held down acts once, a moving key goes on', async () => {
  const { media } = await show();
  arrive(media);
  fireEvent.keyDown(document.body, { key: 'm' });
  fireEvent.keyDown(document.body, { key: 'm', repeat: true });
  expect(media.muted).toBe(true);
  fireEvent.keyDown(document.body, { key: 'l' });
  fireEvent.keyDown(document.body, { key: 'l', repeat: true });
  expect(media.currentTime).toBe(20);
});

test('characters can be switched off; arrows and space stay', async () => {
  localStorage.setItem('matinee.single-keys', 'off');
  const { media } = await show();
  arrive(media);
  fireEvent.keyDown(document.body, { key: 'l' });
  expect(media.currentTime).toBe(0);
  fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  expect(media.currentTime).toBe(5);
});

test('the speed is chosen from a menu, shown in its name and kept', async () => {
  const { media } = await show();
  arrive(media);
  await userEvent.click(screen.getByRole('button', { name: 'Speed 1×' }));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: '1.5×' }));
  expect(media.playbackRate).toBe(1.5);
  expect(screen.getByRole('button', { name: 'Speed 1.5×' }).textContent).toBe('1.5×');
  expect(localStorage.getItem('matinee.player')).toContain('"rate":1.5');
});

test('volume and speed of last time are given back', async () => {
  localStorage.setItem('matinee.player', JSON.stringify({ volume: 0.25, rate: 2, isMuted: true }));
  const { media } = await show();
  arrive(media);
  expect([media.volume, media.playbackRate, media.muted]).toEqual([0.25, 2, true]);
});

test('without captions the button says so', async () => {
  await show();
  const button = screen.getByRole('button', { name: 'This recording has no captions' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

test('captions are off until wished for, and the wish is kept', async () => {
  const { media } = await show({ lane: withCaptions() });
  arrive(media);
  expect([...media.textTracks].map(({ mode }) => mode)).toEqual(['disabled']);
  await userEvent.click(screen.getByRole('button', { name: 'Captions, off' }));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Transcript' }));
  expect([...media.textTracks].map(({ mode }) => mode)).toEqual(['showing']);
  cleanup();
  const again = await show({ lane: withCaptions() });
  again.media.textTracks.dispatchEvent(new Event('addtrack')); // jsdom does not tell of it.
  expect([...again.media.textTracks].map(({ mode }) => mode)).toEqual(['showing']);
  fireEvent.keyDown(document.body, { key: 'c' });
  expect([...again.media.textTracks].map(({ mode }) => mode)).toEqual(['disabled']);
});

test('sound alone stands under its name', async () => {
  await show({ lane: lane('audio', { mode: 'audio' }) });
  expect(screen.getByText('Design review')).toBeTruthy();
});

test('the seek bar is a slider over the session, and says what was not recorded', async () => {
  const [segment] = gallery.segments;
  if (!segment) throw new Error('no segment');
  const parts = [
    { ...segment, endSeconds: 60 },
    { ...segment, fileId: 'part-2', startSeconds: 90, endSeconds: 600 },
  ];
  const { media, props } = await show({ lane: lane('gallery', { segments: parts }) });
  arrive(media, 60);
  const slider = screen.getByRole('slider', { name: 'Seek' });
  expect(slider.getAttribute('aria-valuetext')).toBe('0 seconds of 10 minutes');
  const description = document.getElementById(slider.getAttribute('aria-describedby') ?? '');
  expect(description?.textContent).toBe('Not recorded: 1:00 to 1:30');
  fireEvent.keyDown(slider, { key: 'PageUp' });
  expect(props.clock.now()).toBe(90);
  arrive(media, 510);
  fireEvent.keyDown(slider, { key: 'ArrowLeft' });
  expect(props.clock.now()).toBe(55);
  fireEvent.keyDown(slider, { key: 'Home' });
  expect(slider.getAttribute('aria-valuetext')).toBe('0 seconds of 10 minutes');
});

test('what sounds in the picture’s place silences it, and leaves the mute button alone', async () => {
  const { media, props } = await show();
  act(() => props.sound.change({ isHandedOver: true }));
  expect(media.muted).toBe(true);
  expect(screen.getByRole('button', { name: 'Mute' })).toBeTruthy();
  act(() => props.sound.change({ isHandedOver: false }));
  expect(media.muted).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: 'Mute' }));
  expect([
    media.muted,
    screen.getByRole('slider', { name: 'Volume' }).getAttribute('aria-valuetext'),
  ]).toEqual([true, 'muted']);
});

test('what the browser cannot read is offered for download', async () => {
  browser.answer(() => new Response('x', { status: 206 }));
  const { media } = await show();
  breakMedia(media, 4);
  expect(await screen.findByText('Your browser cannot play this file.')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Download it' });
  expect(link.getAttribute('href')).toBe('/api/files/gallery/content?download=1');
});

test('our server’s reason is shown, and the page is told', async () => {
  const problem = {
    type: '/problems/zoom-refused-file',
    title: 'Zoom refused it',
    status: 502,
    detail: 'Not in the plan.',
    instance: 'r',
    retryable: true,
  };
  browser.answer(() => Response.json(problem, { status: 502 }));
  const onRefused = vi.fn();
  const { media } = await show({ onRefused });
  breakMedia(media, 4);
  expect(await screen.findByText('Zoom refused it')).toBeTruthy();
  expect(onRefused).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.queryByText('Zoom refused it')).toBeNull();
});

test('bytes that stop coming are reopened once without a word, then it is said', async () => {
  browser.answer(() => new Response('x', { status: 206 }));
  const { media } = await show();
  arrive(media);
  media.currentTime = 30;
  const loads = vi.fn();
  media.addEventListener('loadstart', loads);
  breakMedia(media, 2);
  await waitFor(() => expect(loads).toHaveBeenCalledOnce());
  expect(screen.queryByRole('alert')).toBeNull();
  arrive(media);
  expect(media.currentTime).toBe(30);
  breakMedia(media, 2);
  expect(await screen.findByText('Could not reopen this file from Zoom.')).toBeTruthy();
});
