import type { SavedSearch } from '@matinee/server/contract';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installBrowserStandIns } from '../../testing/browser-stand-ins.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { testPage, testSession } from '../../testing/test-data.ts';
import { installTestServer, type TestAnswer } from '../../testing/test-server.ts';

installBrowserStandIns();
const server = installTestServer();

const budget: SavedSearch = {
  id: 'one/two',
  name: 'Budget videos',
  search: 'month=all&q=budget&type=video&length=30-',
  createdAt: '2026-11-23T09:00:00.000Z',
};
const broken = { type: '/problems/internal', title: 'Broken', status: 500, detail: '' };

let saved: SavedSearch[];
/** Bodies that were posted. */
let posted: string[];
let change: (method: string, path: string) => TestAnswer;
let list: () => TestAnswer;

beforeEach(() => {
  saved = [budget];
  posted = [];
  list = () => ({ body: saved });
  change = () => ({ status: 201, body: budget });
  server.answer = (url, request) => {
    if (url.pathname === '/api/sessions') return { body: testPage([testSession()]) };
    if (url.pathname === '/api/months') return { body: [] };
    if (!url.pathname.startsWith('/api/saved-searches')) return undefined;
    if (request.method === 'GET') return list();
    request.on('data', (chunk) => posted.push(String(chunk)));
    const { 'x-matinee': ours, 'content-type': type } = request.headers;
    return ours === '1' && type === 'application/json'
      ? change(request.method ?? '', url.pathname)
      : { status: 403, body: '' };
  };
});
afterEach(cleanup);

const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function open(address: string) {
  const app = renderApp(address);
  await userEvent.click(await button('Saved searches'));
  return app;
}

test('a saved search brings its list back, wherever one is', async () => {
  const { router } = await open('/recordings?month=2026-03&who=ada');
  await userEvent.click(await button('Budget videos'));
  await waitFor(() =>
    expect(router.state.location.search).toEqual({
      month: 'all',
      q: 'budget',
      type: 'video',
      length: '30-',
    }),
  );
  await waitFor(() => expect(screen.queryByText('Save this search as')).toBeNull());
});

test('what a saved search says and nobody understands any more is left out', async () => {
  saved = [{ ...budget, search: 'q=budget&length=soon&colour=red' }];
  const { router } = await open('/recordings?month=2026-03');
  await userEvent.click(await button('Budget videos'));
  await waitFor(() => expect(router.state.location.search).toEqual({ q: 'budget' }));
});

test('the search on screen is saved under a name, without the rows that are open', async () => {
  await open('/recordings?month=2026-03&q=budget&length=30-&open=one');
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Save this search as' });
  expect(name.value).toBe('budget, 30 min or more');
  await userEvent.clear(name);
  await userEvent.type(name, ' Budget ');
  await userEvent.click(await button('Save'));
  await screen.findByText('Saved as Budget videos.');
  expect(JSON.parse(posted[0] ?? '')).toEqual({
    name: 'Budget',
    search: 'month=2026-03&q=budget&length=30-',
  });
});

test('a month without search or filter is nothing to save', async () => {
  saved = [];
  await open('/recordings?month=2026-03&sort=-size');
  await screen.findByText('Nothing is saved yet.');
  expect(screen.getByText('Search or filter the list to save what it shows.')).toBeTruthy();
});

test('a saved search is deleted after a second word, or kept', async () => {
  const deleted: string[] = [];
  change = (method, path) => {
    deleted.push(`${method} ${path}`);
    return { status: 204, body: undefined };
  };
  await open('/recordings?month=2026-03');
  await userEvent.click(await button('Delete Budget videos'));
  await userEvent.click(await button('Keep Budget videos'));
  expect(document.activeElement).toBe(await button('Budget videos'));
  expect(deleted).toEqual([]);
  await userEvent.click(await button('Delete Budget videos'));
  await userEvent.click(await button('Delete Budget videos for good'));
  await screen.findByText('Nothing is saved yet.');
  expect(deleted).toEqual(['DELETE /api/saved-searches/one%2Ftwo']);
});

test('saving and deleting that fail say so, and nothing is lost', async () => {
  change = () => ({ status: 500, body: broken });
  await open('/recordings?month=2026-03&q=budget');
  await userEvent.click(await button('Save'));
  await screen.findByText(/The dashboard server made a mistake/);
  await userEvent.click(await button('Delete Budget videos'));
  await userEvent.click(await button('Delete Budget videos for good'));
  await waitFor(() => expect(screen.getAllByText(/The dashboard server made a mistake/)).toHaveLength(2));
  await button('Budget videos');
});

test('searches that cannot be asked for say so, and trying again mends it', async () => {
  list = () => ({ status: 500, body: broken });
  await open('/recordings?month=2026-03');
  await screen.findByText(/The dashboard server made a mistake/);
  list = () => ({ body: saved });
  await userEvent.click(await button('Try again'));
  await button('Budget videos');
});
