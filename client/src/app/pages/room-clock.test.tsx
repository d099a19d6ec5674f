import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { arrive, installTestMedia } from '../../features/player/test-media.ts';
import { audio, gallery, recordingFile, session, speaker } from '../../features/session/test-session.ts';
import { installTestBrowser } from '../../lib/test-browser.ts';
import { findMedia, openTestRoom } from './test-room.tsx';

let browser: ReturnType<typeof installTestBrowser>;
// Loading the page and its player takes a busy machine a while; nothing here waits longer than it must.
const patienceMs = 20_000;
vi.setConfig({ testTimeout: patienceMs });
configure({ asyncUtilTimeout: patienceMs });

beforeAll(installTestMedia);
beforeEach(() => {
  browser = installTestBrowser();
});
afterEach(() => {
  cleanup();
  browser.expectQuiet();
});

const listed = session({ files: [gallery, speaker] });
/** Ada was heard ten seconds before anything else was recorded. */
const ada = recordingFile({
  ...audio,
  id: 'ada',
  label: 'Ada — audio',
  startTime: '2026-11-20T13:04:50.000Z',
  participant: { name: 'Ada', userId: '1', userKey: null },
});
const whole = session({ files: [gallery, speaker, ada] });

/** A page that knows the session from a list; `tellWhole` lets our server tell the rest. */
function openListed(search: string) {
  let tellWhole = () => {};
  const answered = new Promise<Response>((resolve) => {
    tellWhole = () => resolve(Response.json(whole));
  });
  const answer = async () => (await answered).clone();
  return { router: openTestRoom({ browser, answer, search, listed }), tellWhole };
}

const seekBar = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Seek' });

test('a second of the address is that of the whole session, also when the page began with less', async () => {
  const { tellWhole, router } = openListed('?view=speaker&t=30');
  const media = await findMedia();
  arrive(media, 4000);
  expect(media.currentTime).toBe(30);
  tellWhole();
  await screen.findByRole('switch', { name: 'Voices one by one' });
  await waitFor(() => expect(media.currentTime).toBe(20));
  expect(seekBar().valueAsNumber).toBe(30);
  expect(router.state.location.searchStr).toBe('?view=speaker&t=30');
});

test('who has moved meanwhile keeps the picture they see, at its second of the whole session', async () => {
  const { tellWhole, router } = openListed('?t=30');
  const media = await findMedia();
  arrive(media, 4000);
  media.currentTime = 50;
  tellWhole();
  await screen.findByRole('switch', { name: 'Voices one by one' });
  await waitFor(() => expect(seekBar().valueAsNumber).toBe(60));
  expect(media.currentTime).toBe(50);
  await waitFor(() => expect(router.state.location.searchStr).toBe('?t=60'));
});

test('a file that is still on its way arrives at the place it was loaded for', async () => {
  const { tellWhole } = openListed('?t=30');
  const media = await findMedia();
  tellWhole();
  await screen.findByRole('switch', { name: 'Voices one by one' });
  arrive(media, 4000);
  await waitFor(() => expect([media.currentTime, seekBar().valueAsNumber]).toEqual([20, 30]));
});

test('a second that the default view does not hold opens the view that does, and the address says which', async () => {
  const short = recordingFile({ endTime: '2026-11-20T13:05:30.000Z' });
  const answer = () => Response.json(session({ files: [short, speaker] }));
  const router = openTestRoom({ browser, answer, search: '?t=95' });
  const media = await findMedia();
  expect(media.src).toContain('/api/files/speaker-file/content');
  arrive(media, 4000);
  expect(media.currentTime).toBe(95);
  await waitFor(() => expect(router.state.location.searchStr).toBe('?t=95&view=speaker'));
  screen.getByRole('radio', { name: 'Gallery view' }).click();
  await waitFor(() => expect(media.src).toContain('/api/files/gallery-file/content'));
});
