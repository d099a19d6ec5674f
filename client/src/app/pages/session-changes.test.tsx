import type { IncomingMessage } from 'node:http';
import type { Change, Session } from '@matinee/server/contract';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { installTestMedia } from '../../features/player/test-media.ts';
import { installBrowserStandIns } from '../../testing/browser-stand-ins.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { testFile, testSession, testStatus } from '../../testing/test-data.ts';
import { installTestServer } from '../../testing/test-server.ts';
import { toastStore } from '../../ui/toasts/toast-store.ts';

installBrowserStandIns();
const server = installTestServer();
beforeAll(installTestMedia);

const files = [
  testFile({ id: 'gallery' }),
  testFile({ id: 'speaker', recordingType: 'speaker_view', label: 'Speaker view' }),
];
const live = testSession({ id: 'session-1', files });
const trashedAt = '2026-11-21T09:00:00.000Z';
const inTrash = { trashedAt, purgeAt: '2026-12-21T09:00:00.000Z' };
const trashed: Session = {
  ...live,
  ...inTrash,
  state: 'trashed',
  files: files.map((file) => ({ ...file, ...inTrash })),
};

let now: Session;
let isAllowed: boolean;
/** Bodies that were posted to `/api/changes`, and how each change stands at once. */
let asked: unknown[];
let standing: Partial<Change>;

beforeEach(() => {
  now = live;
  isAllowed = true;
  asked = [];
  standing = { state: 'running', endedAt: null };
  server.answer = (url, request) => {
    if (url.pathname === '/api/status') return { body: { ...testStatus, allowChanges: isAllowed } };
    if (url.pathname === '/api/sessions/session-1') return { body: now };
    if (url.pathname !== '/api/changes') return { status: 404, body: '{}' };
    note(request);
    return { status: 202, body: changeOf(`change-${asked.length}`) };
  };
});
afterEach(() => {
  cleanup();
  for (const { id } of toastStore.read()) toastStore.close(id);
});

function note(request: IncomingMessage): void {
  const place = asked.push(null) - 1;
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    asked[place] = JSON.parse(Buffer.concat(parts).toString());
  });
}

function changeOf(id: string, parts: Partial<Change> = {}): Change {
  return {
    ...{ id, action: 'trash', undoes: null, createdAt: trashedAt, resumesAt: null, problem: null },
    ...{ files: 2, externalFiles: 0, sizeBytes: 1, state: 'done', endedAt: trashedAt },
    counts: { total: 1, queued: 0, done: 1, failed: 0, unknown: 0, cancelled: 0 },
    ...standing,
    ...parts,
  };
}

/** The change ends; the page hears of it as it would by an event. */
async function end(queryClient: ReturnType<typeof renderApp>['queryClient'], parts: Partial<Change> = {}) {
  server.changes = [changeOf('change-1', { state: 'done', endedAt: trashedAt, ...parts })];
  await queryClient.invalidateQueries({ queryKey: ['changes'] });
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });

test('a session goes to the trash at once, and its way back is under the same finger', async () => {
  const { queryClient } = renderApp('/s/session-1');
  await userEvent.click(await button('Move to trash'));
  await screen.findByText(/^This recording was moved to trash on /);
  const [restore] = await screen.findAllByRole('button', { name: 'Restore' });
  expect(document.activeElement).toBe(restore);
  expect(restore?.getAttribute('aria-disabled')).toBe('true');
  await waitFor(() => expect(asked).toEqual([{ action: 'trash', items: [{ sessionId: 'session-1' }] }]));
  now = trashed;
  await end(queryClient);
  await screen.findByText('Moved 1 session to trash.');
  await waitFor(() => expect(restore?.getAttribute('aria-disabled')).toBe('false'));
  // The section above, and the way back to the list it stands in now.
  expect(screen.getAllByRole('link', { name: 'Trash' })).toHaveLength(2);

  standing = { state: 'done', action: 'restore' };
  now = live;
  await userEvent.click(await button('Undo'));
  await screen.findByText('Restored 1 session.');
  await button('Move to trash');
  expect(asked[1]).toEqual({ action: 'restore', undo: 'change-1' });
});

test('what Zoom refuses comes back to its page, with the reason at hand', async () => {
  const { queryClient } = renderApp('/s/session-1');
  await userEvent.click(await button('Move to trash'));
  await screen.findByText(/^This recording was moved to trash/);
  const counts = { total: 1, queued: 0, done: 0, failed: 1, unknown: 0, cancelled: 0 };
  await end(queryClient, { counts });
  await screen.findByText('Moved 0 of 1 to trash. Zoom refused 1.');
  await button('Move to trash');
  await button('Show them');
});

test('a file goes to the trash by itself: the player goes on with the next view, its row has the way back', async () => {
  renderApp('/s/session-1?panel=files');
  const trash = await button('Move to trash: Speaker view');
  const row = trash.closest('li') ?? document.body;
  await userEvent.click(trash);
  await within(row).findByText('In trash');
  const restore = within(row).getByRole('button', { name: 'Restore: Speaker view' });
  expect(document.activeElement).toBe(restore);
  expect(within(row).queryByRole('link')).toBeNull();
  await waitFor(() =>
    expect(asked).toEqual([{ action: 'trash', items: [{ sessionId: 'session-1', fileId: 'speaker' }] }]),
  );
  // While it is on its way nothing more can be asked of it.
  await userEvent.click(restore);
  expect(asked).toHaveLength(1);
});

test('in the trash as a whole, a session is restored as a whole', async () => {
  now = trashed;
  renderApp('/s/session-1?panel=files');
  await screen.findByText('This recording was moved to trash on 21 Nov 2026.');
  expect(screen.queryByRole('button', { name: /^(Restore|Move to trash):/ })).toBeNull();
  const [, inNotice] = await screen.findAllByRole('button', { name: 'Restore' });
  standing = { state: 'done', action: 'restore' };
  await userEvent.click(inNotice ?? document.body);
  await button('Move to trash');
  expect(document.activeElement?.id).toBe('main');
});

test('while changes are off nothing offers itself, and the notice says where to turn them on', async () => {
  isAllowed = false;
  now = trashed;
  renderApp('/s/session-1?panel=files');
  await screen.findByText(/MATINEE_ALLOW_CHANGES=1 turns on restoring/);
  expect(screen.queryByRole('button', { name: /Restore|trash/ })).toBeNull();
});

test('where all that could be played is in the trash, the page says that', async () => {
  now = { ...live, files: files.map((file) => ({ ...file, ...inTrash })) };
  renderApp('/s/session-1?panel=files');
  await screen.findByText('What could be played was moved to trash.');
  await button('Restore: Gallery view');
  expect(screen.getByRole('link', { name: 'Open in trash' }).getAttribute('href')).toBe(
    '/trash?kind=recording_file',
  );
});
