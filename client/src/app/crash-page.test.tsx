import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { installBrowserStandIns } from '../testing/browser-stand-ins.ts';
import { renderApp } from '../testing/render-app.tsx';
import { testPage, testSession, testStatus } from '../testing/test-data.ts';
import { installTestServer } from '../testing/test-server.ts';

const { forgiveComplaints } = installBrowserStandIns();
const server = installTestServer();
afterEach(cleanup);

test('a page that breaks leaves the shell standing, and its part can be reloaded', async () => {
  let sessions: unknown[] = [{ id: 'broken', files: 'not a list' }];
  server.answer = (url) => {
    if (url.pathname === '/api/sessions') return { body: { ...testPage([]), sessions } };
    if (url.pathname === '/api/history') return undefined;
    return { body: url.pathname === '/api/status' ? testStatus : [] };
  };
  const { queryClient } = renderApp('/recordings?month=2026-03');
  await screen.findByText('This part broke. The rest still works.');
  expect(screen.getByRole('link', { name: 'Trash' })).toBeTruthy();
  // React tells the console of every error that a boundary caught.
  forgiveComplaints();
  sessions = [testSession()];
  await queryClient.refetchQueries();
  await userEvent.click(screen.getByRole('button', { name: 'Reload part' }));
  await screen.findByRole('row', { name: /^Design review/ });
  forgiveComplaints();
});

test('an address that no page has says so and leads back', async () => {
  server.answer = () => ({ body: testStatus });
  renderApp('/nowhere');
  await screen.findByRole('heading', { level: 1, name: 'There is no page at this address.' });
  expect(screen.getByRole('link', { name: 'Back to the recordings' })).toBeTruthy();
});
