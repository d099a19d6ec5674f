import { MantineProvider } from '@mantine/core';
import type { ZoomHealth } from '@matinee/server/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { notePause } from '../lib/pause-query.ts';
import { installBrowserStandIns } from '../testing/browser-stand-ins.ts';
import { testStatus, testWindow } from '../testing/test-data.ts';
import type { Connection } from './live-updates.ts';
import { createQueryClient } from './query-client.ts';
import { StatusBanner } from './status-banner.tsx';

installBrowserStandIns();
afterEach(cleanup);

function show(zoom: Partial<ZoomHealth>, connection: Connection = 'open') {
  const queryClient = createQueryClient();
  queryClient.setQueryData(['status'], { ...testStatus, zoom: { ...testStatus.zoom, ...zoom } });
  const slowDown = {
    type: '/problems/zoom-rate-limited',
    title: 'Slow down',
    detail: '',
    retryAfterSeconds: 42,
  } as const;
  if (zoom.state === 'rate-limited')
    notePause(queryClient, testWindow({ state: 'failed', problem: slowDown }));
  render(
    <MantineProvider>
      <QueryClientProvider client={queryClient}>
        <StatusBanner connection={connection} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('a refused key interrupts, for nothing goes on without it', () => {
  show({ state: 'credentials-refused', detail: 'These look like SDK keys.' });
  expect(screen.getByRole('alert').textContent).toContain('These look like SDK keys.');
});

test('slowing down is told politely, with the time that is left', () => {
  show({ state: 'rate-limited' });
  expect(screen.getByRole('status').textContent).toBe('Zoom asks us to slow down. Continuing in 0:42.');
});

test('a stopped server says so and offers to try again', () => {
  show({ state: 'ok' }, 'lost');
  expect(screen.getByRole('alert').textContent).toContain('The dashboard server stopped.');
  expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
});

test('nothing is shown while all is well', () => {
  show({ state: 'ok' });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.queryByRole('status')).toBeNull();
});
