import type { MonthSummary, Window } from '@matinee/server/contract';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installBrowserStandIns } from '../../testing/browser-stand-ins.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { testPage, testSession, testWindow } from '../../testing/test-data.ts';
import { installTestServer, type TestAnswer } from '../../testing/test-server.ts';

installBrowserStandIns();
const server = installTestServer();

function summary(month: string, parts: Partial<MonthSummary> = {}): MonthSummary {
  return { month, sessions: 1204, files: 4000, bytes: 212e9, minutes: 9, state: 'complete', ...parts };
}

let months: MonthSummary[];
let windows: TestAnswer;
let refresh: (body: string) => TestAnswer;

beforeEach(() => {
  months = [summary('2026-03'), summary('2026-02', { state: 'partial' }), summary('2026-01')];
  windows = { body: [testWindow({ pages: 4, reportedTotal: 1207, records: 1204, unreadable: 3 })] };
  refresh = () => ({ status: 202, body: { windows: [testWindow({ state: 'syncing' })] } });
  server.answer = (url, request) => {
    if (url.pathname === '/api/sessions') return { body: testPage([testSession()]) };
    if (url.pathname === '/api/months') return { body: months };
    if (url.pathname === '/api/windows') return windows;
    if (url.pathname === '/api/refresh' && request.method === 'POST') return refresh('');
    return undefined;
  };
});
afterEach(cleanup);

const findStrip = async () => within(await screen.findByRole('navigation', { name: 'Months' }));
const linkNames = (strip: { getAllByRole: (role: 'link') => HTMLElement[] }) =>
  strip.getAllByRole('link').map((link) => link.getAttribute('aria-label'));

test('the strip is a list of links with sizes, oldest first, that name what is amiss', async () => {
  renderApp('/recordings?month=2026-03');
  const strip = await findStrip();
  expect(linkNames(strip)).toEqual([
    'January 2026, 212 GB, 1,204 sessions',
    'February 2026, 212 GB, 1,204 sessions, incomplete',
    'March 2026, 212 GB, 1,204 sessions',
  ]);
  expect(strip.getByRole('link', { current: 'page' }).getAttribute('aria-label')).toContain('March 2026');
});

test('an empty month is told from one that nobody has read', async () => {
  const nothing = { sessions: 0, files: 0, bytes: 0, minutes: 0 };
  months.push(summary('2025-12', nothing), summary('2025-11', { ...nothing, state: 'unread' }));
  months.push(summary('2025-10', { ...nothing, state: 'failed' }));
  renderApp('/recordings?month=2026-03');
  expect(linkNames(await findStrip()).slice(0, 3)).toEqual([
    'October 2025, could not be read',
    'November 2025, not read yet',
    'December 2025, no recordings',
  ]);
});

test('a bar goes to its month and keeps search, filters and order', async () => {
  const { router } = renderApp('/recordings?month=2026-03&q=a&sort=-size&length=30-');
  const strip = await findStrip();
  await userEvent.click(strip.getByRole('link', { name: /^January 2026/ }));
  await waitFor(() =>
    expect(router.state.location.search).toEqual({
      month: '2026-01',
      q: 'a',
      sort: '-size',
      length: '30-',
    }),
  );
});

test('one bar is in the tab order, and arrows reach the others', async () => {
  renderApp('/recordings?month=2026-03');
  const strip = await findStrip();
  const [january, february, march] = strip.getAllByRole('link');
  expect([january, february, march].map((bar) => bar?.tabIndex)).toEqual([-1, -1, 0]);
  march?.focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(document.activeElement).toBe(february);
  await userEvent.keyboard('{Home}{ArrowLeft}');
  expect(document.activeElement).toBe(january);
  expect(january?.tabIndex).toBe(0);
});

test('with recordings in one month only there is no strip', async () => {
  months = [summary('2026-03'), summary('2026-02', { sessions: 0, bytes: 0 })];
  renderApp('/recordings?month=2026-03');
  await screen.findByRole('row', { name: /^Design review/ });
  await waitFor(() => expect(screen.queryByRole('navigation', { name: 'Months' })).toBeNull());
});

test('the month on screen tells how completely it was read, and is read again', async () => {
  renderApp('/recordings?month=2026-03');
  await userEvent.click(await screen.findByRole('button', { name: 'About March 2026: complete' }));
  const details = within(await screen.findByRole('dialog', { name: /^About March 2026/ }));
  const facts = async (name: string) => (await details.findByText(name)).nextSibling?.textContent;
  expect(await facts('Pages')).toBe('4');
  expect(await facts('Sessions here')).toBe('1,204');
  expect(await facts('Zoom counts')).toBe('1,207');
  expect(await facts('Not understood')).toBe('3');
  await userEvent.click(await details.findByRole('button', { name: 'Read again' }));
  await screen.findByRole('link', { name: /^March 2026.*being read$/ });
  expect(server.asked).toContain('/api/refresh');
});

test('a month that failed says why in a sentence', async () => {
  const problem: Window['problem'] = {
    type: '/problems/zoom-timeout',
    title: 'Zoom took too long',
    detail: '',
  };
  windows = { body: [testWindow({ state: 'failed', problem })] };
  months = [summary('2026-03', { state: 'failed' }), summary('2026-02')];
  renderApp('/recordings?month=2026-03');
  await userEvent.click(await screen.findByRole('button', { name: 'About March 2026: could not be read' }));
  const details = within(await screen.findByRole('dialog', { name: /^About March 2026/ }));
  await details.findByText('Zoom is not answering.');
});

test('details that cannot be asked for are said to be missing, and reading again stays possible', async () => {
  windows = { status: 500, body: {} };
  renderApp('/recordings?month=2026-03');
  await userEvent.click(await screen.findByRole('button', { name: /^About March 2026/ }));
  await screen.findByText(/could not be asked/);
  refresh = () => ({ status: 502, body: { type: '/problems/zoom-unavailable', title: 'Zoom', status: 502 } });
  await userEvent.click(await screen.findByRole('button', { name: 'Read again' }));
  await screen.findByText('Zoom is not answering.');
});

test('the same is told as a table', async () => {
  renderApp('/recordings?month=2026-03');
  await userEvent.click(await screen.findByRole('button', { name: 'As table' }));
  const row = await screen.findByRole('row', { name: /^March 2026 212 GB 1,204 1,207 complete/ });
  expect(within(row).getByRole('link', { current: 'page' }).textContent).toBe('March 2026');
  expect(within(row).getByText('3 not understood')).toBeTruthy();
  await userEvent.click(within(row).getByRole('button', { name: 'Read March 2026 again' }));
  await within(row).findByText('being read');
});
