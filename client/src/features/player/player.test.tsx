import { MantineProvider } from '@mantine/core';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { installTestBrowser } from '../../lib/test-browser.ts';
import type { PlayerProps } from './player.tsx';
import type { PlayerSource } from './player-source.ts';
import { arrive, breakMedia, installTestMedia } from './test-media.ts';

const source: PlayerSource = {
  src: '/api/files/gallery/content',
  downloadSrc: '/api/files/gallery/content?download=1',
  mode: 'video',
  title: 'Design review',
  detail: 'Gallery view',
  captions: [],
};

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

async function show(differences: Partial<PlayerProps> = {}) {
  const props: PlayerProps = {
    source,
    startSeconds: 0,
    onPlace: vi.fn(),
    onNextView: vi.fn(),
    onRefused: vi.fn(),
    ...differences,
  };
  // Media Chrome looks for a browser when it is loaded, so there must be one by then.
  const { Player } = await import('./player.tsx');
  const view = (own: PlayerProps) => (
    <MantineProvider env="test">
      <Player {...own} />
    </MantineProvider>
  );
  const { rerender } = render(view(props));
  const media = document.querySelector('video');
  if (!media) throw new Error('no video');
  return { media, props, change: (own: Partial<PlayerProps>) => rerender(view({ ...props, ...own })) };
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
  await waitFor(() => expect(document.querySelector('media-time-range[mediaduration]')).toBeTruthy());
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
  const captions = [{ src: '/api/files/transcript/content', label: 'Transcript' }];
  const { media } = await show({ source: { ...source, captions } });
  arrive(media);
  expect([...media.textTracks].map(({ mode }) => mode)).toEqual(['disabled']);
  await userEvent.click(screen.getByRole('button', { name: 'Captions, off' }));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Transcript' }));
  expect([...media.textTracks].map(({ mode }) => mode)).toEqual(['showing']);
  cleanup();
  const again = await show({ source: { ...source, captions } });
  expect([...again.media.textTracks].map(({ mode }) => mode)).toEqual(['showing']);
  fireEvent.keyDown(document.body, { key: 'c' });
  expect([...again.media.textTracks].map(({ mode }) => mode)).toEqual(['disabled']);
});

test('sound alone stands under its name', async () => {
  await show({ source: { ...source, mode: 'audio' } });
  expect(screen.getByText('Design review')).toBeTruthy();
});

test('switching files tells no place of a file that is not there yet', async () => {
  const onPlace = vi.fn();
  const { media, change } = await show({ onPlace });
  arrive(media);
  media.currentTime = 42;
  onPlace.mockClear();
  change({ onPlace, source: { ...source, src: '/api/files/speaker/content' } });
  fireEvent.timeUpdate(media);
  expect(onPlace).not.toHaveBeenCalled();
  arrive(media);
  expect(onPlace).toHaveBeenLastCalledWith({ seconds: 42, isSettled: true });
});

test('what the browser cannot read is offered for download', async () => {
  browser.answer(() => new Response('x', { status: 206 }));
  const { media } = await show();
  breakMedia(media, 4);
  expect(await screen.findByText('Your browser cannot play this file.')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Download it' });
  expect(link.getAttribute('href')).toBe(source.downloadSrc);
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
