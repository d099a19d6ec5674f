import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installTestBrowser } from '../../lib/test-browser.ts';
import { FileList } from './file-list.tsx';
import { gallery, recordingFile, session, transcript } from './test-session.ts';

let browser: ReturnType<typeof installTestBrowser>;
beforeEach(() => {
  browser = installTestBrowser();
});
afterEach(() => {
  cleanup();
  browser.expectQuiet();
});

const participant = { name: 'Ana', userId: null, userKey: null };
const voice = recordingFile({
  id: 'ana',
  kind: 'audio',
  label: 'Ana — audio',
  participant,
  sizeBytes: 2_000_000,
});
const lost = recordingFile({ id: 'lost', label: 'Speaker view', trashedAt: '2026-11-21T09:00:00.000Z' });

function show(files = [gallery]) {
  render(
    <MantineProvider env="test">
      <FileList session={session({ files })} current={null} onPlay={() => {}} onRead={() => {}} />
    </MantineProvider>,
  );
}

test('participants’ files stand under a heading of their own', () => {
  show([voice, gallery, transcript]);
  const lists = screen.getAllByRole('list').map((list) => list.textContent);
  expect(lists[0]).toContain('Gallery view');
  expect(lists[1]).toContain('Ana — audio');
  expect(screen.getByRole('heading', { name: 'Participants' })).toBeTruthy();
});

test('everything can be saved as one file, with the size of what is there', () => {
  show([voice, gallery, lost]);
  const zip = screen.getByRole('link', { name: 'Everything as ZIP 1.6 GB' });
  expect(zip.getAttribute('href')).toBe('/api/sessions/c2Vzc2lvbg/zip');
});

test('where nothing is to be had, there is nothing to save', () => {
  show([lost]);
  expect(screen.queryByRole('link')).toBeNull();
});
