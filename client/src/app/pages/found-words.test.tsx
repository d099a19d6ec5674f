import type { MomentsPage } from '@matinee/server/contract';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testMoment, testMoments } from '../../features/moments/test-moments.ts';
import { showIndexing } from '../../lib/show-indexing.ts';
import { installBrowserStandIns } from '../../testing/browser-stand-ins.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { testPage, testSession, testStatus } from '../../testing/test-data.ts';
import { installTestServer } from '../../testing/test-server.ts';

installBrowserStandIns();
const server = installTestServer();
let moments: (url: URL) => { status?: number; body: MomentsPage | object };

beforeEach(() => {
  server.answer = (url) => {
    if (url.pathname === '/api/sessions') return { body: testPage([testSession({ name: 'ankle-visit' })]) };
    if (url.pathname === '/api/moments') return moments(url);
    if (url.pathname === '/api/status') return { body: testStatus };
    if (url.pathname === '/api/months') return { body: [] };
    return undefined;
  };
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const many = Array.from({ length: 5 }, (_, lineIndex) => testMoment({ lineIndex }));

function show(page: MomentsPage, search = '') {
  moments = () => ({ body: page });
  return renderApp(`/recordings?month=2026-03&q=ankle${search}`);
}

test('a search finds sessions by name and moments by words, in the same month', async () => {
  show(testMoments([testMoment()]));
  const line = await screen.findByRole('link', { name: '00:13 Said Noor: How is the ankle since Monday?' });
  expect(screen.getByRole('region', { name: 'Said and typed · 1' }).contains(line)).toBe(true);
  expect(line.getAttribute('href')).toBe('/s/one?panel=transcript&tq=ankle&t=13.1&of=transcript');
  expect(line.querySelector('mark')?.textContent).toBe('ankle');
  expect(line.textContent).toContain('Lovely.');
  expect(await screen.findByRole('row', { name: /^ankle-visit/ })).toBeTruthy();
  const asked = server.asked.find((path) => path.startsWith('/api/moments'));
  expect(asked).toBe('/api/moments?q=ankle&from=2026-03-01&to=2026-03-31&limit=30');
});

test('without a search there is none in words', async () => {
  moments = () => ({ body: testMoments([]) });
  renderApp('/recordings?month=2026-03');
  await screen.findByRole('row', { name: /^ankle-visit/ });
  expect(server.asked.some((path) => path.startsWith('/api/moments'))).toBe(false);
});

test('the first three stand above the sessions, all of them in their place, and the address says so', async () => {
  const { router } = show(testMoments(many));
  expect(await screen.findAllByRole('link', { name: /ankle since/ })).toHaveLength(3);
  await userEvent.click(screen.getByRole('link', { name: 'See all' }));
  await waitFor(() => expect(screen.getAllByRole('link', { name: /ankle since/ })).toHaveLength(5));
  expect(router.state.location.search).toMatchObject({ in: 'words', q: 'ankle' });
  expect(screen.queryByRole('row', { name: /^ankle-visit/ })).toBeNull();
  await userEvent.click(screen.getByRole('link', { name: 'Back to sessions' }));
  expect(await screen.findByRole('row', { name: /^ankle-visit/ })).toBeTruthy();
});

test('more are fetched when asked for, and a line that comes twice is shown once', async () => {
  show(testMoments(many), '&in=words');
  moments = (url) => ({
    body: url.searchParams.has('cursor')
      ? testMoments([...many.slice(4), testMoment({ lineIndex: 9, text: 'The other ankle' })])
      : testMoments(many, { nextCursor: 'next' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('link', { name: /The other ankle$/ })).toBeTruthy();
  expect(screen.getAllByRole('link', { name: /ankle/ })).toHaveLength(6);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('it says how much of the library is searched, as that grows, and when nothing is', async () => {
  const reading = { state: 'reading', files: 1500, indexed: 1204, failed: 0 } as const;
  const { queryClient } = show(testMoments([], { indexing: reading }));
  expect(await screen.findByText('1,204 of 1,500 transcripts are searchable.')).toBeTruthy();
  expect(screen.getByText(/^Nobody said or typed.*, as far as it is read\.$/)).toBeTruthy();
  moments = () => ({ body: testMoments([testMoment()]) });
  act(() => showIndexing(queryClient, { ...reading, state: 'done', indexed: 1497, failed: 3 }));
  expect(await screen.findByText('3 files could not be read, and are tried again.')).toBeTruthy();
  expect(await screen.findByRole('link', { name: /ankle since Monday/ })).toBeTruthy();
});

const off = { indexing: { state: 'off', files: 0, indexed: 0, failed: 0 } } as const;

test('that words are not searched is said quietly, until somebody has taken note of it', async () => {
  show(testMoments([], off));
  const note = /^What was said and typed is not searched\..*MATINEE_INDEX_TRANSCRIPTS=on/;
  expect(await screen.findByText(note)).toBeTruthy();
  expect(screen.queryByRole('region', { name: /^Said and typed/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Do not say this again' }));
  expect(screen.queryByText(note)).toBeNull();
  cleanup();
  const { router } = show(testMoments([], off));
  expect(await screen.findByRole('row', { name: /^ankle-visit/ })).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('Searching what was said and typed…')).toBeNull());
  expect(screen.queryByText(note)).toBeNull();
  // Where nothing but words is looked for, it is the answer.
  await act(() => router.navigate({ to: '/recordings', search: { q: 'ankle', in: 'words' } }));
  expect(await screen.findByText(note)).toBeTruthy();
});

test('what was read before it was turned off is still found', async () => {
  show(testMoments([testMoment()], off));
  expect(await screen.findByRole('link', { name: /ankle since Monday/ })).toBeTruthy();
  expect(screen.getByText(/is not searched/)).toBeTruthy();
});

test('a search in words that fails leaves the sessions alone, and can be tried again', async () => {
  show(testMoments([]));
  moments = () => ({
    status: 500,
    body: { type: '/problems/internal', title: 'Oh', status: 500, detail: '' },
  });
  expect(await screen.findByText(/^What was said and typed could not be searched\./)).toBeTruthy();
  expect(await screen.findByRole('row', { name: /^ankle-visit/ })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  moments = () => ({ body: testMoments([testMoment()]) });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: /ankle since Monday/ })).toBeTruthy();
});

test('what people said is text, wherever the offsets lie', async () => {
  const text = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const matches = [
    { start: 1, end: 7 },
    { start: 3, end: 9 },
    { start: 400, end: 900 },
  ];
  show(testMoments([testMoment({ text, speaker: text, before: text, after: text, matches })]));
  expect((await screen.findByText('script', { selector: 'mark' })).textContent).toBe('script');
  expect(document.querySelectorAll('script, img[src="x"]')).toHaveLength(0);
});
