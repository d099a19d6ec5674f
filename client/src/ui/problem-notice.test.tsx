import { MantineProvider } from '@mantine/core';
import type { Problem } from '@matinee/server/contract';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../lib/problem-error.ts';
import { installBrowserStandIns } from '../testing/browser-stand-ins.ts';
import { ProblemNotice } from './problem-notice.tsx';

installBrowserStandIns();
afterEach(cleanup);

function show(error: unknown, onRetry?: () => void) {
  render(
    <MantineProvider>
      <ProblemNotice error={error} {...(onRetry && { onRetry })} />
    </MantineProvider>,
  );
}

const refused = new ProblemError({
  type: '/problems/zoom-credentials-refused',
  title: 'Zoom refused the key',
  status: 502,
  detail: 'This looks like the SDK key pair.',
  instance: 'req-7',
  retryable: false,
});

test('a failure says what happened before any code', () => {
  show(refused);
  expect(screen.getByRole('alert').textContent).toMatch(/^Zoom did not accept our key\./);
  expect(screen.getByText('This looks like the SDK key pair.')).toBeTruthy();
});

test('a refusal for want of rights does not blame the key', () => {
  const title = 'This Zoom account may not list cloud recordings';
  show(new ProblemError({ ...refused.problem, title, detail: 'Cloud recording may be off.' } as Problem));
  const text = screen.getByRole('alert').textContent;
  expect(text).toMatch(/^This Zoom account may not list cloud recordings\.Cloud recording may be off\./);
  expect(text).not.toContain('key.');
});

test('status, type and request id are folded away, ready to be copied', () => {
  show(refused);
  const details = screen.getByText('Details').closest('details');
  expect(details?.open).toBe(false);
  expect(details?.textContent).toContain('/problems/zoom-credentials-refused · 502');
  expect(details?.textContent).toContain('req-7');
});

test('trying again is offered where somebody can do it', async () => {
  const onRetry = vi.fn();
  show(refused, onRetry);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('an error of our own shows no message of a stranger', () => {
  show(new Error('TypeError at secret-place.js:1'));
  expect(document.body.textContent).not.toContain('secret-place');
});

test('where Zoom said how long to wait, the rest goes by itself', async () => {
  const onRetry = vi.fn();
  const problem = { ...refused.problem, type: '/problems/zoom-rate-limited', retryAfterSeconds: 1 } as const;
  show(new ProblemError(problem), onRetry);
  expect(screen.getByRole('alert').textContent).toContain('Continuing in 0:01.');
  await vi.waitFor(() => expect(onRetry).toHaveBeenCalledOnce(), { timeout: 10_000 });
});
