import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installBrowserStandIns } from '../../../testing/browser-stand-ins.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { testPage, testSession } from '../../../testing/test-data.ts';
import { installTestServer, type TestAnswer } from '../../../testing/test-server.ts';

installBrowserStandIns();
const server = installTestServer();

let list: (url: URL) => TestAnswer;

const summary = { sessions: 9, files: 9, bytes: 9, minutes: 9, state: 'complete' };
const rows = () => ({ body: testPage([testSession()]) });
/** As many matches as `sessions` says, for a question about totals. */
const totals = (sessions: number) => ({
  body: testPage([], { totals: { sessions, files: 0, bytes: 0, minutes: 0 } }),
});

beforeEach(() => {
  list = rows;
  server.answer = (url) => {
    if (url.pathname === '/api/sessions') return list(url);
    if (url.pathname === '/api/months')
      return {
        body: [
          { month: '2026-03', ...summary },
          { month: '2024-11', ...summary },
        ],
      };
    return undefined;
  };
});
afterEach(cleanup);

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const lastAsked = () => server.asked.findLast((address) => address.startsWith('/api/sessions'));

test('every filter of an address reaches the server in its own words', async () => {
  renderApp(
    '/recordings?month=2026-03&type=video&length=30-60&size=500MB-&state=processing&who=ada&sort=-files',
  );
  await screen.findByRole('row', { name: /^Design review/ });
  const asked = new URL(lastAsked() ?? '', 'http://localhost').searchParams;
  expect(Object.fromEntries(asked)).toEqual({
    month: '2026-03',
    sort: '-files',
    kind: 'video',
    state: 'processing',
    participant: 'ada',
    minBytes: '500000000',
    minMinutes: '30',
    maxMinutes: '60',
    limit: '200',
  });
});

test('filters that narrow the list are chips, and each is taken away by itself', async () => {
  const { router } = renderApp('/recordings?month=2026-03&length=30-&size=-1.5GB&state=processing&who=ada');
  await button('30 min or more');
  for (const words of ['up to 1.5 GB', 'Processing', 'ada']) await button(words);
  await userEvent.click(await button('Remove filter Length: 30 min or more'));
  const anyLength = await button('Any length');
  expect(document.activeElement).toBe(anyLength);
  await userEvent.click(await button('Clear all filters'));
  await waitFor(() => expect(router.state.location.search).toEqual({ month: '2026-03' }));
  expect(screen.queryByRole('button', { name: /^Remove filter/ })).toBeNull();
});

test('a usual range is one click, and Back takes it away', async () => {
  const { router } = renderApp('/recordings?month=2026-03');
  await userEvent.click(await button('Any size'));
  await userEvent.click(await button('500 MB or more'));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ size: '500MB-' }));
  router.history.back();
  await button('Any size');
});

test('any range is typed by its ends, and a mistake is said beside them', async () => {
  const { router } = renderApp('/recordings?month=2026-03');
  await userEvent.click(await button('Any size'));
  await userEvent.type(await screen.findByRole('textbox', { name: 'From (size)' }), 'large');
  await userEvent.click(await button('Apply'));
  await screen.findByText('Give size like 500MB, the smaller one first.');
  await userEvent.clear(screen.getByRole('textbox', { name: 'From (size)' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'From (size)' }), '1.5 gb');
  await userEvent.click(await button('Apply'));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ size: '1.5GB-' }));
});

test('a participant is typed, a state is ticked', async () => {
  const { router } = renderApp('/recordings?month=2026-03&state=unavailable');
  await userEvent.click(await button('Any participant'));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Part of a name or key' }), ' ada {Enter}');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ who: 'ada' }));
  await userEvent.click(await button('Unavailable'));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Processing' }));
  await waitFor(() =>
    expect(router.state.location.search).toMatchObject({ state: 'processing,unavailable' }),
  );
});

test('everywhere reaches from the oldest known month to this one, and comes back to the month', async () => {
  const { router } = renderApp('/recordings?month=2026-03&q=a');
  await userEvent.click(await button('Everywhere'));
  await waitFor(() => expect(router.state.location.search).toEqual({ month: 'all', q: 'a' }));
  await waitFor(() => expect(lastAsked()).toContain('from=2024-11-01'));
  await screen.findByText("1 session matches 'a' everywhere");
  expect(screen.getByRole('row', { name: /^Design review/ }).textContent).toContain('2026');
  await userEvent.click(await button('In March 2026'));
  await waitFor(() => expect(router.state.location.search).toEqual({ month: '2026-03', q: 'a' }));
});

test('a month found later widens everywhere without beginning anew', async () => {
  const { queryClient } = renderApp('/recordings?month=all');
  await screen.findByRole('row', { name: /^Design review/ });
  queryClient.setQueryData(['months'], (known: object[]) => [...known, { month: '2023-05', ...summary }]);
  await waitFor(() => expect(screen.getByRole('row', { name: /^Design review/ })).toBeTruthy());
  await queryClient.invalidateQueries({ queryKey: ['sessions'] });
  await waitFor(() => expect(lastAsked()).toContain('from=2023-05-01'));
  expect(queryClient.getQueryCache().findAll({ queryKey: ['sessions'] })).toHaveLength(1);
});

test('when nothing matches, the one thing less that brings most is offered', async () => {
  list = ({ searchParams: asked }) => {
    if (asked.get('limit') !== '1') return { body: testPage([]) };
    if (asked.has('from')) return totals(12);
    if (!asked.has('minMinutes')) return totals(7);
    return totals(asked.has('q') ? 0 : 3);
  };
  const { router } = renderApp('/recordings?month=2026-03&q=bugdet&length=60-&type=video');
  await screen.findByText("No session matches 'bugdet' and passes these filters.");
  await button('Search everywhere (12 sessions)');
  await userEvent.click(await button('Without Length: 1 h or more (7 sessions)'));
  await waitFor(() =>
    expect(router.state.location.search).toEqual({ month: '2026-03', q: 'bugdet', type: 'video' }),
  );
});

test('when nothing is anywhere, nothing is promised', async () => {
  list = () => ({ body: testPage([]) });
  renderApp('/recordings?month=2026-03&length=60-');
  const empty = within(
    (await screen.findByText('No session passes these filters.')).parentElement as HTMLElement,
  );
  await empty.findByText(/^Nor does any other in the library/);
  expect(empty.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Clear filters']);
});
