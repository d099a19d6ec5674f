import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installBrowserStandIns } from '../../testing/browser-stand-ins.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { testPage, testSession, testStatus } from '../../testing/test-data.ts';
import { installTestServer } from '../../testing/test-server.ts';

installBrowserStandIns();
const server = installTestServer();

const march = ['Alder', 'Birch', 'Cedar', 'Elm'].map((name) => testSession({ id: name, name }));
const april = [testSession({ id: 'Fir', name: 'Fir', startTime: '2026-04-02T10:00:00.000Z' })];
const totals = { sessions: 1204, files: 4000, bytes: 212_400_000_000, minutes: 9 };

beforeEach(() => {
  server.answer = (url) => {
    if (url.pathname === '/api/status') return { body: testStatus };
    if (url.pathname === '/api/months') return { body: [] };
    if (url.pathname !== '/api/sessions') return undefined;
    if (url.searchParams.get('month') === '2026-04') return { body: testPage(april) };
    if (url.searchParams.get('q')) return { body: testPage(march.slice(0, 1)) };
    const sessions = url.searchParams.get('sort') === '-size' ? march.toReversed() : march;
    return { body: testPage(sessions, { totals }) };
  };
});
afterEach(cleanup);

async function open(address = '/recordings?month=2026-03') {
  const app = renderApp(address);
  await screen.findByRole('row', { name: /^Alder/ });
  return app;
}

const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name},`) });
const boxOf = (name: string) => within(rowOf(name)).getByRole('checkbox');
const bar = () => screen.findByRole('region', { name: 'Selection' });
const selected = () =>
  screen
    .getAllByRole('row')
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => row.getAttribute('aria-label')?.split(',')[0]);

test('a ticked box chooses its row, and the bar says how much that is', async () => {
  const { router } = await open();
  const address = router.state.location.href;
  expect(screen.getByRole('treegrid').getAttribute('aria-multiselectable')).toBe('true');
  expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull();
  await userEvent.click(boxOf('Birch'));
  await userEvent.click(boxOf('Elm'));
  expect(selected()).toEqual(['Birch', 'Elm']);
  expect((await bar()).textContent).toContain('2 selected · 5.6 GB');
  expect(document.activeElement).toBe(rowOf('Elm'));
  await userEvent.click(boxOf('Elm'));
  expect(selected()).toEqual(['Birch']);
  expect(router.state.location.href).toBe(address);
});

test('the count is told to assistive technology by a region that was there before', async () => {
  await open();
  const before = screen.getAllByRole('status');
  await userEvent.click(boxOf('Birch'));
  expect(before.map(({ textContent }) => textContent)).toContain('1 selected · 2.8 GB');
});

test('Space and x choose the active row; on a file’s row they do nothing', async () => {
  await open('/recordings?month=2026-03&open=Alder');
  rowOf('Alder').focus();
  await userEvent.keyboard(' ');
  expect(selected()).toEqual(['Alder']);
  await userEvent.keyboard('{ArrowDown}x ');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Gallery view/);
  expect(selected()).toEqual(['Alder']);
  await userEvent.keyboard('{ArrowUp}x');
  expect(selected()).toEqual([]);
});

test('Shift and arrows choose on, and give back what the range shrinks by', async () => {
  await open();
  await userEvent.click(boxOf('Elm'));
  rowOf('Alder').focus();
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(selected()).toEqual(['Alder', 'Birch', 'Cedar', 'Elm']);
  await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
  expect(selected()).toEqual(['Alder', 'Birch', 'Elm']);
  expect(document.activeElement).toBe(rowOf('Birch'));
});

test('Shift and a click choose all from the last box to this one', async () => {
  await open();
  await userEvent.click(boxOf('Cedar'));
  fireEvent.click(boxOf('Alder'), { shiftKey: true });
  expect(selected()).toEqual(['Alder', 'Birch', 'Cedar']);
});

test('Ctrl+A chooses the loaded rows only; all that match are a click further', async () => {
  await open();
  rowOf('Alder').focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  expect((await bar()).textContent).toContain('4 selected');
  await userEvent.click(screen.getByRole('button', { name: 'Select all 1,204 that match' }));
  expect((await bar()).textContent).toContain('All 1,204 that match in March 2026 selected · 212 GB');
  expect(selected()).toHaveLength(4);
  await userEvent.click(boxOf('Birch'));
  expect((await bar()).textContent).toContain('3 selected');
  expect(selected()).toEqual(['Alder', 'Cedar', 'Elm']);
});

test('the box of the header stands for the loaded rows', async () => {
  await open();
  const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all loaded rows' });
  await userEvent.click(boxOf('Birch'));
  expect(all.indeterminate).toBe(true);
  await userEvent.click(all);
  expect(selected()).toHaveLength(4);
  expect(all.checked).toBe(true);
  await userEvent.click(all);
  expect(selected()).toEqual([]);
});

test('what is chosen stays through another order, another search and another month', async () => {
  await open();
  await userEvent.click(boxOf('Birch'));
  await userEvent.click(screen.getByRole('button', { name: 'Size' }));
  await waitFor(() => expect(screen.getAllByRole('row')[1]).toBe(rowOf('Elm')));
  expect(selected()).toEqual(['Birch']);
  await userEvent.keyboard(']');
  await screen.findByRole('row', { name: /^Fir,/ });
  expect((await bar()).textContent).toContain('1 selected · 2.8 GB · from March 2026');
  await userEvent.click(boxOf('Fir'));
  expect((await bar()).textContent).toContain('2 selected · 5.6 GB · from 2 months');
});

test('Esc clears what is chosen first, and the search with the next press', async () => {
  const { router } = await open('/recordings?month=2026-03&q=alder');
  await userEvent.click(boxOf('Alder'));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull());
  expect(router.state.location.search).toMatchObject({ q: 'alder' });
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty('q'));
});
