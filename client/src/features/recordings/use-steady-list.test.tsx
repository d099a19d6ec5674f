import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installBrowserStandIns } from '../../testing/browser-stand-ins.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { testFile, testPage, testSession } from '../../testing/test-data.ts';
import { installTestServer } from '../../testing/test-server.ts';

installBrowserStandIns();
const server = installTestServer();

const [one, two, fresh, newest] = ['one', 'two', 'fresh', 'newest'].map((id) =>
  testSession({ id, name: id }),
);
let sessions: (typeof one)[];

beforeEach(() => {
  sessions = [one, two];
  server.answer = (url) => {
    if (url.pathname === '/api/sessions') return { body: testPage(sessions.flatMap((row) => row ?? [])) };
    return url.pathname === '/api/months' ? { body: [] } : undefined;
  };
});
afterEach(cleanup);

const rowOf = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}, `) });
const names = () =>
  screen.getAllByRole('row').flatMap((row) => row.getAttribute('aria-label')?.split(',')[0] ?? []);

async function open() {
  const { queryClient } = renderApp('/recordings?month=2026-03');
  const row = await rowOf('one');
  return { row, land: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }) };
}

test('an untouched list takes new rows in at once', async () => {
  const { land } = await open();
  sessions = [fresh, one, two];
  await land();
  await rowOf('fresh');
  expect(names()).toEqual(['fresh', 'one', 'two']);
  expect(screen.queryByRole('button', { name: /new$/ })).toBeNull();
});

test('all loaded rows are those one sees: what waits behind the chip is not selected with them', async () => {
  const { row, land } = await open();
  row.focus();
  sessions = [newest, one, two];
  await land();
  await screen.findByRole('button', { name: '1 new' });
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox', { name: 'What to do' }), 'all loaded{Enter}');
  const bar = await screen.findByRole('region', { name: 'Selection' });
  expect(bar.textContent).toContain('2 selected');
});

test('rows wait behind a quiet chip while the focus is among others, and come when called', async () => {
  const { row, land } = await open();
  row.focus();
  sessions = [newest, fresh, one, two];
  await land();
  const chip = await screen.findByRole('button', { name: '2 new' });
  expect(chip.closest('[role=status]')).toBeTruthy();
  expect(names()).toEqual(['one', 'two']);
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^one,/);
  const scrollTo = vi.spyOn(window, 'scrollTo');
  await userEvent.click(chip);
  await rowOf('newest');
  expect(names()).toEqual(['newest', 'fresh', 'one', 'two']);
  expect(scrollTo).toHaveBeenCalledWith({ top: 0 });
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^newest,/));
  expect(screen.queryByRole('button', { name: /new$/ })).toBeNull();
});

test('rows wait while the pointer is over the list, and come with the next news after it left', async () => {
  const { row, land } = await open();
  const region = row.closest('[role=treegrid]')?.parentElement?.parentElement;
  if (region) fireEvent(region, new Event('pointerenter'));
  sessions = [fresh, one, two];
  await land();
  await screen.findByRole('button', { name: '1 new' });
  if (region) fireEvent(region, new Event('pointerleave'));
  sessions = [newest, fresh, one, two];
  await land();
  await rowOf('fresh');
});

test('rows wait while the list is scrolled, but what follows the last row comes', async () => {
  const { land } = await open();
  vi.stubGlobal('scrollY', 400);
  sessions = [fresh, one, two, newest];
  await land();
  await rowOf('newest');
  expect(names()).toEqual(['one', 'two', 'newest']);
  expect(screen.getByRole('button', { name: '1 new' })).toBeTruthy();
});

test('a row whose file became ready changes where it stands, also while new ones wait', async () => {
  const { row, land } = await open();
  row.focus();
  const ready = testSession({
    id: 'two',
    name: 'two',
    files: [testFile(), testFile({ id: 'b', kind: 'chat' })],
  });
  sessions = [fresh, one, ready];
  await land();
  await screen.findByRole('row', { name: /^two, .*2 files/ });
  expect(names()).toEqual(['one', 'two']);
});

test('another order shows everything', async () => {
  const { row, land } = await open();
  row.focus();
  sessions = [fresh, one, two];
  await land();
  await screen.findByRole('button', { name: '1 new' });
  await userEvent.click(screen.getByRole('button', { name: 'Size' }));
  await rowOf('fresh');
  expect(screen.queryByRole('button', { name: /new$/ })).toBeNull();
});
