import type { Session } from '@matinee/server/contract';
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { arrive, installTestMedia } from '../../features/player/test-media.ts';
import {
  audio,
  gallery,
  recordingFile,
  session,
  speaker,
  transcript,
} from '../../features/session/test-session.ts';
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

const trashedAt = '2026-11-21T09:00:00.000Z';
const purgeAt = '2026-12-21T09:00:00.000Z';

function open(answer: Session | Response, search = '') {
  return openTestRoom({
    browser,
    answer: () => (answer instanceof Response ? answer.clone() : Response.json(answer)),
    search,
  });
}

test('it shows the session, its facts, its views and its files', async () => {
  open(session({ files: [gallery, speaker, audio, transcript] }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Design review' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'November 2026' }).getAttribute('href')).toBe(
    '/recordings?month=2026-11',
  );
  const views = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent);
  expect(views).toEqual(['Gallery view', 'Speaker view', 'Audio only']);
  await userEvent.click(screen.getByRole('tab', { name: 'Files' }));
  expect(screen.getByRole('link', { name: 'Download Transcript' }).getAttribute('href')).toBe(
    '/api/files/transcript-file/content?download=1',
  );
});

test('a deep link opens its view at its second; another view is written into the address', async () => {
  const router = open(session({ files: [gallery, speaker] }), '?view=speaker&t=95');
  const media = await findMedia();
  arrive(media);
  expect(media.src).toContain('/api/files/speaker-file/content');
  expect(media.currentTime).toBe(95);
  await userEvent.click(screen.getByRole('radio', { name: 'Gallery view' }));
  await waitFor(() => expect(media.src).toContain('/api/files/gallery-file/content'));
  arrive(media);
  expect(media.currentTime).toBe(95);
  expect(router.state.location.searchStr).toBe('?t=95');
});

test('a place where playback stands is in the address, in the same history entry', async () => {
  const router = open(session({ files: [gallery] }));
  const media = await findMedia();
  const entries = router.history.length;
  arrive(media);
  media.currentTime = 42.7;
  await waitFor(() => expect(router.state.location.searchStr).toBe('?t=42'));
  expect(router.history.length).toBe(entries);
});

test('a view nobody knows shows the first one and says so', async () => {
  open(session(), '?view=hologram');
  expect(await screen.findByText(/Part of the link was not understood/)).toBeTruthy();
  expect((await findMedia()).src).toContain('gallery-file');
});

test.each<[string, Session, string]>([
  [
    'Zoom is at it',
    session({ files: [recordingFile({ state: 'processing' })] }),
    'Zoom is still processing this recording.',
  ],
  [
    'it is elsewhere',
    session({ files: [recordingFile({ state: 'unavailable' })] }),
    'Zoom holds no copy of this file.',
  ],
  ['there are texts alone', session({ files: [transcript] }), 'There is nothing to play.'],
  ['there are no files', session({ files: [] }), 'Zoom lists no files for this session.'],
  [
    'it was trashed',
    session({ state: 'trashed', trashedAt, purgeAt }),
    'This recording was moved to trash on 21 Nov 2026.',
  ],
])('when %s, the page says so in the picture’s place', async (_, answer, sentence) => {
  open(answer);
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(document.querySelector('video')).toBeNull();
});

test('a session without files has a panel that says so', async () => {
  open(session({ files: [] }));
  expect(await screen.findByText('No files.')).toBeTruthy();
});

test('what Zoom still works on can be asked for again', async () => {
  open(session({ files: [recordingFile({ state: 'processing' })] }));
  const check = await screen.findByRole('button', { name: 'Check again' });
  browser.answer(() => Response.json(session()));
  await userEvent.click(check);
  expect((await findMedia()).src).toContain('gallery-file');
});

test('a trashed session leads to its trash and offers nothing to save', async () => {
  open(session({ state: 'trashed', trashedAt, purgeAt, files: [recordingFile({ trashedAt, purgeAt })] }));
  const link = await screen.findByRole('link', { name: 'Open in trash' });
  expect(link.getAttribute('href')).toBe('/trash?kind=session_recordings');
  expect(screen.queryByRole('button', { name: 'Download' })).toBeNull();
});

test('an unknown session leads back to the list', async () => {
  const problem = { type: '/problems/not-found', title: 'Not found', status: 404, detail: '', instance: 'r' };
  open(Response.json(problem, { status: 404 }));
  expect(await screen.findByText('No such session, or it was deleted.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Back to list' }).getAttribute('href')).toBe('/recordings');
});

test('the panels are tabs that the arrow keys move between', async () => {
  open(session());
  const files = await screen.findByRole('tab', { name: 'Files' });
  await userEvent.click(files);
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Info' }).getAttribute('aria-selected')).toBe('true');
  expect(screen.getByText('session/+==')).toBeTruthy();
});
