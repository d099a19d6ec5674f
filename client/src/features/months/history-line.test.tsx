import type { History } from '@matinee/server/contract';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installBrowserStandIns } from '../../testing/browser-stand-ins.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { testPage, testSession } from '../../testing/test-data.ts';
import { installTestServer, type TestAnswer } from '../../testing/test-server.ts';

installBrowserStandIns();
const server = installTestServer();

const reading: History = {
  state: 'reading',
  month: '2025-11',
  oldestMonth: '2025-12',
  since: null,
  monthsRead: 12,
  resumesAt: null,
};
let history: (method: string) => TestAnswer | undefined;

beforeEach(() => {
  history = () => ({ body: reading });
  server.answer = (url, request) => {
    if (url.pathname === '/api/sessions') return { body: testPage([testSession()]) };
    if (url.pathname === '/api/months') return { body: [] };
    if (url.pathname === '/api/history') return history(request.method ?? '');
    return undefined;
  };
});
afterEach(cleanup);

test('the reading of the past says where it is, and pauses and resumes', async () => {
  renderApp('/recordings?month=2026-03');
  await screen.findByText('Reading history · November 2025 · 12 months read');
  history = () => ({ body: { ...reading, state: 'paused', month: null } });
  await userEvent.click(screen.getByRole('button', { name: /^Pause/ }));
  await screen.findByText('Reading history is paused · 12 months read');
  history = () => ({ body: reading });
  await userEvent.click(screen.getByRole('button', { name: /^Resume/ }));
  await screen.findByText(/^Reading history · November 2025/);
});

test('a daily limit says until when it waits, and why', async () => {
  const problem: History['problem'] = { type: '/problems/zoom-rate-limited', title: 'Wait', detail: '' };
  history = () => ({
    body: { ...reading, state: 'waiting', resumesAt: '2026-11-24T00:00:00.000Z', problem },
  });
  renderApp('/recordings?month=2026-03');
  await screen.findByText(/^Reading history is waiting until .*\d\d:\d\d · 12 months read$/);
  expect(screen.getByText('Zoom asks us to slow down.')).toBeTruthy();
});

test('a past that is read says how far back, and offers nothing to pause', async () => {
  history = () => ({ body: { ...reading, state: 'done', month: null } });
  renderApp('/recordings?month=2026-03');
  await screen.findByText('History read back to December 2025 · 12 months read');
  expect(screen.queryByRole('button', { name: /reading history/ })).toBeNull();
});

test('a pause that the server refuses is said, and the line stays', async () => {
  renderApp('/recordings?month=2026-03');
  const button = await screen.findByRole('button', { name: /^Pause/ });
  history = () => ({ status: 500, body: { type: '/problems/internal', title: 'Broken', status: 500 } });
  await userEvent.click(button);
  await screen.findByText(/The dashboard server made a mistake/);
  expect(screen.getByText(/^Reading history · November/)).toBeTruthy();
});

test('a server that knows no history shows no line', async () => {
  history = () => undefined;
  renderApp('/recordings?month=2026-03');
  await screen.findByRole('row', { name: /^Design review/ });
  await waitFor(() => expect(server.asked).toContain('/api/history'));
  expect(screen.queryByText(/history/i)).toBeNull();
});
