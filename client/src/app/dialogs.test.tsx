import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { areSingleKeysOn } from '../lib/single-keys.ts';
import { installBrowserStandIns } from '../testing/browser-stand-ins.ts';
import { renderApp } from '../testing/render-app.tsx';
import { testPage, testSession, testStatus } from '../testing/test-data.ts';
import { installTestServer, type TestAnswer } from '../testing/test-server.ts';

installBrowserStandIns();
const server = installTestServer();
let exported: TestAnswer;
const downloads: string[] = [];

const months = ['2026-03', '2025-10'].map((month) => ({
  month,
  sessions: 3,
  files: 9,
  bytes: 212_000_000_000,
  minutes: 5,
  state: 'complete',
}));

/** Navigation is more than the test's browser can: the address is noted instead. */
function noteDownload(event: MouseEvent): void {
  const link = event.target instanceof HTMLAnchorElement ? event.target : null;
  if (!link?.hasAttribute('download')) return;
  event.preventDefault();
  downloads.push(link.getAttribute('href') ?? '');
}

beforeEach(() => {
  downloads.length = 0;
  exported = { body: 'name\n' };
  document.addEventListener('click', noteDownload);
  server.answer = (url, request) => {
    if (url.pathname === '/api/status') return { body: testStatus };
    if (url.pathname === '/api/months') return { body: months };
    if (url.pathname === '/api/export') return exported;
    if (url.pathname === '/api/selections' && request.headers['x-matinee'] === '1') {
      return { status: 201, body: { id: 'kept', sessions: 1, bytes: 5 } };
    }
    if (url.pathname !== '/api/sessions') return undefined;
    return { body: testPage(['one', 'two'].map((id) => testSession({ id, name: `Talk ${id}` }))) };
  };
});
afterEach(() => {
  document.removeEventListener('click', noteDownload);
  cleanup();
});

async function open() {
  const app = renderApp('/recordings?month=2026-03');
  const row = await screen.findByRole('row', { name: /^Talk one/ });
  row.focus();
  return { ...app, row };
}

const options = () => within(screen.getByRole('listbox', { name: 'Commands' })).getAllByRole('option');
const dialog = (name: string) => screen.findByRole('dialog', { name });

test('all that match are exported by their question', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Export…' }));
  const layer = await dialog('Export');
  within(layer).getByText('2 sessions · 5.6 GB of recordings');
  await userEvent.click(within(layer).getByRole('radio', { name: 'One for each file' }));
  await userEvent.click(within(layer).getByRole('button', { name: 'Export CSV' }));
  await within(layer).findByText(/The download has begun/);
  expect(downloads).toEqual(['/api/export?month=2026-03&sort=-start&format=csv&rows=files']);
});

test('what is chosen is kept by the server first; raw values are off until they are asked for', async () => {
  await open();
  await userEvent.keyboard('x');
  const bar = await screen.findByRole('region', { name: 'Selection' });
  await userEvent.click(within(bar).getByRole('button', { name: 'Export…' }));
  const layer = await dialog('Export');
  const raw = within(layer).getByRole<HTMLInputElement>('checkbox', { name: /^Raw values/ });
  expect(raw.checked).toBe(false);
  await userEvent.click(raw);
  await userEvent.click(within(layer).getByRole('button', { name: 'Export CSV' }));
  await within(layer).findByText(/The download has begun/);
  expect(server.asked).toContain('/api/selections');
  expect(downloads).toEqual(['/api/export?selection=kept&format=csv&rows=sessions&raw=1']);
});

test('an export that fails says so in the dialog, and nothing is downloaded', async () => {
  exported = { status: 503, body: { type: '/problems/internal', title: 'No', status: 503, detail: '' } };
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Export…' }));
  const layer = await dialog('Export');
  await userEvent.click(within(layer).getByRole('button', { name: 'Export CSV' }));
  await within(layer).findByRole('alert');
  expect(downloads).toEqual([]);
});

test('the palette goes to a month by its number or by its name', async () => {
  const { router } = await open();
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox', { name: 'What to do' }), '2024-10');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ month: '2024-10' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox', { name: 'What to do' }), 'octo');
  expect(options()[0]?.textContent).toBe('October 2025 · 212 GB');
  expect(options()[0]?.getAttribute('aria-selected')).toBe('true');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ month: '2025-10' }));
});

test('the palette shows the key that does the same, and says when nothing is like it', async () => {
  await open();
  await userEvent.keyboard('{Control>}k{/Control}');
  const input = await screen.findByRole('combobox', { name: 'What to do' });
  expect(options().map((option) => option.textContent)).toContain('Trash g t');
  await userEvent.keyboard('{ArrowUp}');
  expect(options().at(-1)?.getAttribute('aria-selected')).toBe('true');
  await userEvent.type(input, 'qqqq');
  await screen.findByText('Nothing like it.');
  expect(input.getAttribute('aria-expanded')).toBe('false');
});

test('a layer gives the focus back to the row that had it, also after another layer', async () => {
  const { row } = await open();
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox', { name: 'What to do' }), 'keyboard help');
  await userEvent.keyboard('{Enter}');
  await dialog('Keyboard');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(row);
});

test('the help lists the keys by place and switches single keys off', async () => {
  await open();
  await userEvent.keyboard('?');
  const layer = await dialog('Keyboard');
  for (const name of ['Everywhere', 'List', 'Player']) within(layer).getByRole('heading', { name });
  expect(within(layer).getByText('Select or unselect').closest('div')?.textContent).toBe(
    'Space or xSelect or unselect',
  );
  await userEvent.click(within(layer).getByRole('checkbox', { name: 'Single-key shortcuts' }));
  expect(areSingleKeysOn()).toBe(false);
});

test('the settings count at once and are kept', async () => {
  const { router } = await open();
  const heightOf = () => screen.getByRole('treegrid').style.getPropertyValue('--row-height');
  expect(heightOf()).toBe('44px');
  await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'All settings' }));
  await userEvent.click(await screen.findByRole('radio', { name: /^Compact/ }));
  await userEvent.click(screen.getByRole('radio', { name: /^UTC/ }));
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset.mantineColorScheme).toBe('dark');
  expect(screen.getByText('Demo, made-up recordings')).toBeTruthy();
  router.history.back();
  await screen.findByRole('row', { name: /^Talk one, Friday 20 March 14:05/ });
  expect(heightOf()).toBe('36px');
});
