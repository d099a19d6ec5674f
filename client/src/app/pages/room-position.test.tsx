import type { PositionRequest } from '@matinee/server/contract';
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { arrive, installTestMedia } from '../../features/player/test-media.ts';
import { audio, gallery, recordingFile, session, speaker } from '../../features/session/test-session.ts';
import { installTestBrowser } from '../../lib/test-browser.ts';
import { findMedia, openTestRoom } from './test-room.tsx';

let browser: ReturnType<typeof installTestBrowser>;
let told: PositionRequest[];
// Loading the page and its player takes a busy machine a while; nothing here waits longer than it must.
const patienceMs = 20_000;
vi.setConfig({ testTimeout: patienceMs });
configure({ asyncUtilTimeout: patienceMs });

beforeAll(installTestMedia);
beforeEach(() => {
  browser = installTestBrowser();
  told = [];
});
afterEach(() => {
  cleanup();
  browser.expectQuiet();
});

/** The second of two parts, two minutes into the session. */
const second = recordingFile({
  id: 'second-file',
  startTime: '2026-11-20T13:07:00.000Z',
  endTime: '2026-11-20T14:13:00.000Z',
});
const first = recordingFile({ endTime: '2026-11-20T13:06:00.000Z' });
const whole = session({ files: [first, second, speaker] });

function open(options: Partial<Parameters<typeof openTestRoom>[0]> = {}) {
  const answer = () => Response.json(whole);
  return openTestRoom({ browser, answer, onPosition: (position) => void told.push(position), ...options });
}

async function plays(file: string, lengthSeconds = 4000): Promise<HTMLVideoElement> {
  const media = await findMedia();
  await waitFor(() => expect(media.src).toContain(`/api/files/${file}/content`));
  arrive(media, lengthSeconds);
  return media;
}

test('a place is kept as a second of the session, whichever view or file one is in', async () => {
  open();
  const media = await plays('gallery-file', 60);
  media.currentTime = 42;
  await waitFor(() => expect(told).toEqual([{ seconds: 42, view: null }]));
  await userEvent.click(screen.getByRole('radio', { name: 'Speaker view' }));
  expect((await plays('speaker-file')).currentTime).toBe(42);
  await waitFor(() => expect(told.at(-1)).toEqual({ seconds: 42, view: 'speaker' }));
  // A file that does not hold that second begins at its own start.
  await userEvent.click(screen.getByRole('tab', { name: 'Files' }));
  await userEvent.click(screen.getByRole('button', { name: /^Play Gallery view, part 2/ }));
  expect((await plays('second-file')).currentTime).toBe(0);
  await waitFor(() => expect(told.at(-1)).toEqual({ seconds: 120, view: null }));
});

test('who only looks has not moved, and nothing is kept', async () => {
  open({ position: { seconds: 42, view: null } });
  const media = await plays('gallery-file', 60);
  await waitFor(() => expect(media.currentTime).toBe(42));
  await userEvent.click(screen.getByRole('tab', { name: 'Info' }));
  cleanup();
  expect(told.filter(({ seconds }) => seconds !== 42)).toEqual([]);
});

test('where one left off in one part of a view, one goes on in that part', async () => {
  open({ position: { seconds: 150, view: null } });
  const media = await plays('second-file');
  await waitFor(() => expect(media.currentTime).toBe(30));
  expect(screen.getByText(/^Resumed where you left off, at 2:30\./)).toBeTruthy();
});

test('a place that was left in one view is gone to in another that the address names', async () => {
  open({ position: { seconds: 150, view: 'speaker' }, search: '?view=gallery' });
  const media = await plays('second-file');
  await waitFor(() => expect(media.currentTime).toBe(30));
});

test('a place is that of the whole session, also when the page began with less', async () => {
  let tellWhole = () => {};
  const answered = new Promise<void>((resolve) => {
    tellWhole = resolve;
  });
  const voice = { participant: { name: 'Ada', userId: '1', userKey: null }, label: 'Ada — audio' };
  const ada = recordingFile({ ...audio, ...voice, id: 'ada', startTime: '2026-11-20T13:04:50.000Z' });
  open({
    listed: session({ files: [gallery] }),
    answer: () => answered.then(() => Response.json(session({ files: [gallery, ada] }))),
    position: { seconds: 42, view: null },
  });
  const media = await plays('gallery-file');
  await waitFor(() => expect(media.currentTime).toBe(42));
  tellWhole();
  await screen.findByRole('switch', { name: 'Voices one by one' });
  await waitFor(() => expect(media.currentTime).toBe(32));
});
