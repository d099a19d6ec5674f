import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { monthOf } from '../../lib/month.ts';
import { installBrowserStandIns } from '../../testing/browser-stand-ins.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { testFile, testPage, testSession, testStatus, testWindow } from '../../testing/test-data.ts';
import { installTestServer, type TestAnswer } from '../../testing/test-server.ts';

installBrowserStandIns();
const server = installTestServer();

const files = [
  testFile({ id: 'gallery', sessionId: 'two' }),
  testFile({ id: 'chat', sessionId: 'two', kind: 'chat', label: 'Chat', extension: 'TXT', sizeBytes: 300 }),
];
const sessions = [
  testSession({ id: 'one', name: 'Weekly standup' }),
  testSession({ id: 'two', name: 'Design review', files }),
  testSession({ id: 'three', name: null, durationMinutes: null, sizeBytes: 0, files: [] }),
];
const problem = {
  type: '/problems/zoom-unexpected-answer',
  title: 'Zoom said something odd',
  status: 502,
  detail: '',
};

let list: (url: URL) => TestAnswer;

beforeEach(() => {
  list = () => ({ body: testPage(sessions) });
  server.answer = (url) => {
    if (url.pathname === '/api/sessions') return list(url);
    if (url.pathname === '/api/status') return { body: testStatus };
    if (url.pathname === '/api/months') return { body: [] };
    return undefined;
  };
});
afterEach(cleanup);

const rowOf = (name: RegExp) => screen.findByRole('row', { name });

test('a month shows its sessions, what they come to, and how fresh they are', async () => {
  renderApp('/recordings?month=2026-03');
  await rowOf(/^Weekly standup, Friday 20 March/);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('March 2026');
  expect(screen.getByText('3 sessions · 5.6 GB')).toBeTruthy();
  expect(screen.getByText(/complete · 3 of 3$/)).toBeTruthy();
  expect(document.title).toBe('Recordings, March 2026 · Matinee');
});

test('missing and zero values are dashes, and a nameless session has its id', async () => {
  renderApp('/recordings?month=2026-03');
  const row = await rowOf(/^Untitled session zoom\/thr, .*length unknown, no files, size unknown$/);
  expect(within(row).getAllByText('–').length).toBeGreaterThanOrEqual(3);
});

test('arrows move, open and close, and the focus stays on a row', async () => {
  const { router } = renderApp('/recordings?month=2026-03');
  (await rowOf(/^Weekly standup/)).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  await rowOf(/^Gallery view, MP4/);
  expect(router.state.location.searchStr).toBe('?month=2026-03&open=two');
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Chat, TXT, 300 bytes');
  await userEvent.keyboard('{ArrowLeft}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Design review/);
  await userEvent.keyboard('{ArrowLeft}');
  await waitFor(() => expect(screen.queryByRole('row', { name: /^Gallery view/ })).toBeNull());
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
});

test('rows say where they stand in the whole tree', async () => {
  renderApp('/recordings?month=2026-03&open=two');
  const chat = await rowOf(/^Chat/);
  expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('6');
  const said = ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-rowindex'].map((name) =>
    chat.getAttribute(name),
  );
  expect(said).toEqual(['2', '2', '2', '5']);
});

test('only the active row’s links and buttons are in the tab order', async () => {
  renderApp('/recordings?month=2026-03');
  (await rowOf(/^Design review/)).focus();
  const stops = () => [...screen.getByRole('treegrid').querySelectorAll('[role=gridcell] [tabindex="0"]')];
  const expected = ['Show files of Design review', 'Play Design review', 'Move to trash: Design review'];
  await waitFor(() => expect(stops().map((stop) => stop.getAttribute('aria-label'))).toEqual(expected));
});

test('Enter opens the session, at the file it was pressed on', async () => {
  const { router } = renderApp('/recordings?month=2026-03&open=two');
  (await rowOf(/^Gallery view/)).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.href).toBe('/s/two?view=gallery'));
});

test('a header sorts, says so, and Back undoes it', async () => {
  const { router } = renderApp('/recordings?month=2026-03');
  await rowOf(/^Weekly standup/);
  await userEvent.click(screen.getByRole('button', { name: 'Size' }));
  const header = screen.getByRole('columnheader', { name: 'Size' });
  await waitFor(() => expect(header.getAttribute('aria-sort')).toBe('descending'));
  expect(server.asked.at(-1)).toContain('sort=-size');
  router.history.back();
  await waitFor(() => expect(header.getAttribute('aria-sort')).toBe('none'));
});

test('typing searches without a step for Back, and a slash comes to the search', async () => {
  const { router } = renderApp('/recordings?month=2026-03');
  await rowOf(/^Weekly standup/);
  list = (url) => ({ body: testPage(url.searchParams.get('q') ? [] : sessions) });
  const steps = router.history.length;
  await userEvent.keyboard('/');
  await userEvent.keyboard('bugdet');
  await screen.findByText("No session matches 'bugdet'.");
  expect(router.history.length).toBe(steps);
  await userEvent.keyboard('{Escape}');
  await rowOf(/^Weekly standup/);
});

test('brackets go to the months beside, but not while something is typed', async () => {
  const { router } = renderApp('/recordings?month=2026-03');
  await rowOf(/^Weekly standup/);
  await userEvent.keyboard('[[');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ month: '2026-02' }));
  await userEvent.type(screen.getByRole('textbox', { name: /Search sessions/ }), 'a]b');
  expect(router.state.location.search).toMatchObject({ month: '2026-02' });
});

test('there is no month after this one', async () => {
  renderApp('/recordings');
  await rowOf(/^Weekly standup/);
  expect(server.asked).toContain(`/api/sessions?month=${monthOf(new Date())}&sort=-start&limit=200`);
  expect(screen.getByRole('button', { name: 'Next month' }).hasAttribute('disabled')).toBe(true);
});

test('an empty month says so and leads to one that is not', async () => {
  list = () => ({ body: testPage([]) });
  renderApp('/recordings?month=2026-03');
  await screen.findByText('No recordings in March 2026.');
});

test('a first pass that has brought nothing yet is not an empty month', async () => {
  const windows = [testWindow({ state: 'syncing', syncedAt: null, records: 0, reportedTotal: null })];
  list = () => ({ body: testPage([], { windows }) });
  renderApp('/recordings?month=2026-03');
  await screen.findByText('Reading from Zoom · 0 read');
  expect(screen.queryByText(/No recordings/)).toBeNull();
  expect(screen.getByText('Loading…')).toBeTruthy();
});

test('a failed list says what happened, and trying again mends it', async () => {
  list = () => ({ status: 502, body: problem });
  renderApp('/recordings?month=2026-03');
  await screen.findByText('Zoom said something odd');
  list = () => ({ body: testPage(sessions) });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await rowOf(/^Weekly standup/);
});

test('rows already shown stay when more cannot be loaded', async () => {
  list = (url) =>
    url.searchParams.has('cursor')
      ? { status: 502, body: problem }
      : {
          body: testPage(sessions, {
            nextCursor: 'more',
            totals: { sessions: 900, files: 9, bytes: 9, minutes: 9 },
          }),
        };
  renderApp('/recordings?month=2026-03');
  await screen.findByText(/Could not load more/);
  await rowOf(/^Weekly standup/);
  list = () => ({ body: testPage([testSession({ id: 'four', name: 'The last one' })]) });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await rowOf(/^The last one/);
  expect(screen.getByText('End of March 2026 · 900 sessions')).toBeTruthy();
});

test('a window that failed says since when, and keeps what is known', async () => {
  const failed = testWindow({ state: 'failed', problem: { ...problem, type: '/problems/zoom-timeout' } });
  list = () => ({ body: testPage(sessions, { windows: [failed] }) });
  renderApp('/recordings?month=2026-03');
  await rowOf(/^Weekly standup/);
  expect(screen.getByText(/Zoom is not answering\..*What you see is from/)).toBeTruthy();
});
