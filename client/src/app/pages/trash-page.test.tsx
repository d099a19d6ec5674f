import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installBrowserStandIns } from '../../testing/browser-stand-ins.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { testFile, testPage, testSession, testStatus, testWindow } from '../../testing/test-data.ts';
import { installTestServer } from '../../testing/test-server.ts';

installBrowserStandIns();
const server = installTestServer();

const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
const whole = testSession({
  id: 'whole',
  name: 'Old standup',
  state: 'trashed',
  trashedAt: '2026-10-24T10:00:00.000Z',
  purgeAt: soon,
});
const partly = testSession({
  id: 'partly',
  name: 'Interview 12',
  files: [
    testFile({ id: 'kept', label: 'Speaker view' }),
    testFile({ id: 'gone', trashedAt: soon, purgeAt: soon }),
  ],
});
const window = testWindow({ from: null, to: null, trash: 'session_recordings' });

beforeEach(() => {
  server.answer = (url) => {
    if (url.pathname === '/api/status') return { body: testStatus };
    if (url.pathname === '/api/trash/months') return { body: [{ month: '2026-03', sessions: 1 }] };
    if (url.searchParams.get('month') === '2026-02') return { body: testPage([], { windows: [window] }) };
    const isWhole = url.searchParams.get('trash') === 'session_recordings';
    return { body: testPage([isWhole ? whole : partly], { windows: [window] }) };
  };
});
afterEach(cleanup);

test('the trash lists whole sessions first, soonest gone at the top', async () => {
  renderApp('/trash');
  const row = await screen.findByRole('row', {
    name: /^Old standup, moved 24 Oct 2026, deleted for good in 3 days/,
  });
  expect(within(row).getByText('in 3 days')).toBeTruthy();
  expect(server.asked.find((asked) => asked.startsWith('/api/sessions?trash='))).toContain(
    'trash=session_recordings&sort=purge',
  );
});

test('single files are a link away, and only trashed files are shown', async () => {
  const { router } = renderApp('/trash?open=partly');
  await userEvent.click(await screen.findByRole('link', { name: 'Single files' }));
  await screen.findByRole('row', { name: /^Interview 12, .*1 file$/ });
  expect(router.state.location.href).toBe('/trash?kind=recording_file');
  (await screen.findByRole('row', { name: /^Interview 12/ })).focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('row', { name: /^Gallery view/ });
  expect(screen.queryByRole('row', { name: /^Speaker view/ })).toBeNull();
});

test('nothing in the trash is offered to be played or downloaded', async () => {
  renderApp('/trash?open=whole');
  await screen.findByRole('row', { name: /^Gallery view/ });
  expect(screen.queryByRole('link', { name: /^(Play|Download)/ })).toBeNull();
});

test('going there by keys moves the focus to the heading', async () => {
  renderApp('/recordings');
  await screen.findByRole('treegrid');
  await userEvent.keyboard('gt');
  const heading = await screen.findByRole('heading', { level: 1, name: 'Trash' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(screen.getByRole('link', { name: 'Trash' }).getAttribute('aria-current')).toBe('page');
});

test('a month is chosen from those the trash holds; the list, its sums and the address follow', async () => {
  const { router } = renderApp('/trash');
  const month = await screen.findByRole('combobox', { name: 'Recorded in (UTC)' });
  await within(month).findByRole('option', { name: 'March 2026 (1)' });
  await userEvent.selectOptions(month, 'March 2026 (1)');
  expect(router.state.location.href).toBe('/trash?month=2026-03');
  await screen.findByText('End of the trash · 1 session, recorded in March 2026');
  expect(server.asked.at(-1)).toContain('trash=session_recordings&month=2026-03&sort=purge');
  // The other trash is narrowed alike; what it has of months is asked for itself.
  await userEvent.click(screen.getByRole('link', { name: 'Single files' }));
  expect(router.state.location.search).toEqual({ kind: 'recording_file', month: '2026-03' });
  await waitFor(() => expect(server.asked).toContain('/api/trash/months?trash=recording_file'));
  router.history.back();
  await waitFor(() => expect(router.state.location.href).toBe('/trash?month=2026-03'));
});

test('a month of which nothing is there is named, and is left again by one button', async () => {
  const { router } = renderApp('/trash?month=2026-02');
  await screen.findByText('Nothing in the trash was recorded in February 2026.');
  const month = screen.getByRole('combobox', { name: 'Recorded in (UTC)' });
  await within(month).findByRole('option', { name: 'February 2026 (0)', selected: true });
  await userEvent.click(screen.getByRole('button', { name: 'Show every month' }));
  await screen.findByRole('row', { name: /^Old standup/ });
  expect(router.state.location.href).toBe('/trash');
});

test('a month and a search that nothing matches are both named, each with its way out', async () => {
  const { router } = renderApp('/trash?month=2026-02&q=standup');
  await screen.findByText("No session of February 2026 matches 'standup'.");
  const clear = screen.getAllByRole('button', { name: 'Clear search' });
  await userEvent.click(clear.at(-1) ?? document.body);
  expect(router.state.location.href).toBe('/trash?month=2026-02');
});

test('[ and ] step through the months of the trash', async () => {
  const { router } = renderApp('/trash');
  await screen.findByRole('option', { name: 'March 2026 (1)' });
  await userEvent.keyboard('[[');
  await waitFor(() => expect(router.state.location.href).toBe('/trash?month=2026-03'));
  await userEvent.keyboard(']');
  expect(router.state.location.href).toBe('/trash?month=2026-03');
});
