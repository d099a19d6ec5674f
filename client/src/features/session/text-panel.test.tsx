import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installTestBrowser } from '../../lib/test-browser.ts';
import { transcript } from './test-session.ts';
import { shownLimitBytes } from './text-file.ts';
import { TextPanel } from './text-panel.tsx';

let browser: ReturnType<typeof installTestBrowser>;
beforeEach(() => {
  browser = installTestBrowser();
});
afterEach(() => {
  cleanup();
  browser.expectQuiet();
});

function show(onClose = vi.fn()) {
  const view = { name: 'transcript', label: 'Transcript', file: transcript };
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <TextPanel view={view} onClose={onClose} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return onClose;
}

function part(text: string | Uint8Array<ArrayBuffer>, totalBytes: number): Response {
  return new Response(text, { status: 206, headers: { 'content-range': `bytes 0-1/${totalBytes}` } });
}

test('hostile text stays text', async () => {
  const hostile =
    '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) &lt;b&gt; \u202Egpj';
  browser.answer(() => part(hostile, new TextEncoder().encode(hostile).length));
  show();
  expect((await screen.findByText(/alert\(1\)/)).textContent).toBe(hostile);
  expect(document.querySelector('script, img, a[href^="javascript"]')).toBeNull();
});

test('of a long text the beginning is shown, said to be one, and no character is cut in two', async () => {
  const bytes = new Uint8Array(shownLimitBytes).fill(0x61);
  bytes[shownLimitBytes - 1] = 0xc3; // The first half of "é".
  browser.answer(() => part(bytes, 1_200_000));
  show();
  expect(await screen.findByText(/The first 262 kB of 1\.2 MB/)).toBeTruthy();
  expect(document.querySelector('pre')?.textContent).toBe('a'.repeat(shownLimitBytes - 1));
});

test('an empty text is said to be empty', async () => {
  browser.answer(() => new Response(null, { status: 416, headers: { 'content-range': 'bytes */0' } }));
  show();
  expect(await screen.findByText('This file is empty.')).toBeTruthy();
});

test('a text that cannot be had says why and can be asked for again', async () => {
  const problem = { type: '/problems/zoom-refused-file', title: 'Zoom refused it', status: 502, detail: '' };
  browser.answer(() => Response.json(problem, { status: 502 }));
  show();
  expect(await screen.findByText('Zoom refused it')).toBeTruthy();
  browser.answer(() => part('WEBVTT', 6));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('WEBVTT')).toBeTruthy();
});

test('opening a text moves the focus to it, and it leads back to the files', async () => {
  browser.answer(() => part('WEBVTT', 6));
  const onClose = show();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Transcript' }));
  await userEvent.click(screen.getByRole('button', { name: 'All files' }));
  expect(onClose).toHaveBeenCalledOnce();
  await screen.findByText('WEBVTT');
});
