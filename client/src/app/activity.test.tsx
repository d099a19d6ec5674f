import type { Change } from '@matinee/server/contract';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installBrowserStandIns } from '../testing/browser-stand-ins.ts';
import { renderApp } from '../testing/render-app.tsx';
import { testPage, testSession, testStatus } from '../testing/test-data.ts';
import { installTestServer } from '../testing/test-server.ts';
import { toastStore } from '../ui/toasts/toast-store.ts';

installBrowserStandIns();
const server = installTestServer();

const detail = 'It goes on when Matinee is started with MATINEE_ALLOW_CHANGES=1.';
const turnedOff: Partial<Change> = {
  state: 'paused',
  problem: { type: '/problems/changes-off', title: 'Changes are turned off', detail },
};
let isAllowed: boolean;

beforeEach(() => {
  isAllowed = true;
  server.answer = (url) => {
    if (url.pathname === '/api/status') return { body: { ...testStatus, allowChanges: isAllowed } };
    if (url.pathname === '/api/changes') return { status: 202, body: changeOf() };
    if (url.pathname === '/api/sessions')
      return { body: testPage([testSession({ name: 'Weekly standup' })]) };
    return url.pathname === '/api/months' ? { body: [] } : undefined;
  };
});
afterEach(() => {
  cleanup();
  for (const { id } of toastStore.read()) toastStore.close(id);
});

function changeOf(parts: Partial<Change> = {}): Change {
  return {
    ...{ id: 'one', action: 'trash', state: 'running', undoes: null, createdAt: '2026-11-24T09:00:00.000Z' },
    ...{ endedAt: null, resumesAt: null, problem: null, files: 9, externalFiles: 0, sizeBytes: 100 },
    counts: { total: 3, queued: 2, done: 1, failed: 0, unknown: 0, cancelled: 0 },
    ...parts,
  };
}

async function openActivity(): Promise<HTMLElement> {
  renderApp('/recordings?month=2026-03');
  await screen.findByRole('row', { name: /^Weekly standup/ });
  await userEvent.click(await screen.findByRole('button', { name: /^Activity/ }));
  return screen.findByRole('complementary', { name: 'Activity' });
}

test('a change that changes being off keeps waiting says so, and where to turn them on; nothing steers it', async () => {
  isAllowed = false;
  server.changes = [changeOf(turnedOff), changeOf({ id: 'two', state: 'done' })];
  const activity = await openActivity();
  await within(activity).findByText(`Changes are turned off. ${detail}`);
  await within(activity).findByText('Moving 3 items to trash (paused)');
  expect(within(activity).queryByRole('button', { name: /Resume|Cancel|Undo|Pause/ })).toBeNull();
});

test('while they are on, a paused change goes on and an ended one is taken back', async () => {
  server.changes = [changeOf({ state: 'paused' }), changeOf({ id: 'two', state: 'done' })];
  const activity = await openActivity();
  for (const name of ['Resume', 'Cancel the other 2', 'Undo'])
    await within(activity).findByRole('button', { name });
});

test('with nothing to tell of, Activity says what it is for, or where changes are turned on', async () => {
  isAllowed = false;
  await within(await openActivity()).findByText(/^Nothing has been changed here\. Changes are off/);
});

test('rows on their way when changes are turned off come back, and a toast says why', async () => {
  const { queryClient } = renderApp('/recordings?month=2026-03');
  const row = await screen.findByRole('row', { name: /^Weekly standup/ });
  row.focus();
  await userEvent.keyboard('{Delete}');
  await waitFor(() => expect(screen.queryByRole('row', { name: /^Weekly standup/ })).toBeNull());
  server.changes = [changeOf(turnedOff)];
  await queryClient.invalidateQueries({ queryKey: ['changes'] });
  await screen.findByText(/^Changes were turned off when 1 of 3 were done\..* MATINEE_ALLOW_CHANGES=1/);
  await screen.findByRole('row', { name: /^Weekly standup/ });
});
