import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installTestBrowser } from '../../lib/test-browser.ts';
import { focusLane } from './focus-lane.ts';
import { sessionOf, showLane, sideFile, textLines } from './test-lanes.tsx';
import { TranscriptLane } from './transcript-lane.tsx';

const video = sideFile('video');
const transcript = sideFile('transcript');
const talk = textLines('transcript', [
  [1.2, 'Ana', 'Good morning, everybody'],
  [5, 'Ben', 'Morning, Ana'],
  [8.4, 'Ben', 'The budget is tight'],
  [13.1, 'Ana', 'Good. Next week then'],
]);

let browser: ReturnType<typeof installTestBrowser>;
beforeEach(() => {
  browser = installTestBrowser();
  browser.answer(() => Response.json(talk));
});
afterEach(() => {
  cleanup();
  browser.expectQuiet();
});

function show(options: { seconds?: number; query?: string } = {}) {
  return showLane(sessionOf([video, transcript]), (props) => <TranscriptLane {...props} />, options);
}

function lines(): (string | null)[] {
  return screen.getAllByRole('listitem').map((item) => item.textContent);
}

/** The line that is marked as the one playback is at. */
function activeLine(): string | null | undefined {
  return document.querySelector('[aria-current="true"]')?.textContent;
}

test('each line is a button that brings the session to it; the one that is on is marked, and nothing is announced', async () => {
  const clock = show();
  await userEvent.click(await screen.findByRole('button', { name: '00:08 Ben: The budget is tight' }));
  expect(clock.getSnapshot().sessionSeconds).toBe(8.4);
  expect(activeLine()).toBe('00:08 Ben: The budget is tight');
  act(() => clock.tell({ sessionSeconds: 13.05 }));
  expect(activeLine()).toBe('00:13 Ana: Good. Next week then');
  expect(document.querySelector('[aria-live]')).toBeNull();
});

test('a search counts the lines it finds, marks the words, and n, N, arrows and Enter go through them', async () => {
  const clock = show({ seconds: 6 });
  const field = await screen.findByRole('textbox', { name: 'Search transcript' });
  await userEvent.type(field, 'MORNING');
  // The next one from where playback is.
  await waitFor(() => expect(screen.getByText('2/2')).toBeTruthy());
  expect(Array.from(document.querySelectorAll('mark'), (mark) => mark.textContent)).toEqual([
    'morning',
    'Morning',
  ]);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(screen.getByText('1/2')).toBeTruthy();
  expect(clock.getSnapshot().sessionSeconds).toBe(1.2);
  act(() => void focusLane());
  await userEvent.keyboard('n');
  expect(document.activeElement?.textContent).toBe('00:05 Ben: Morning, Ana');
  await userEvent.keyboard('n');
  expect(screen.getByText('1/2')).toBeTruthy();
  await userEvent.keyboard('N');
  expect(screen.getByText('2/2')).toBeTruthy();
  await userEvent.type(field, 'x');
  await waitFor(() => expect(screen.getByText('No match')).toBeTruthy());
  await userEvent.keyboard('{Escape}');
  expect(document.querySelector('mark')).toBeNull();
});

test('a link with a second and words opens with that line lit among the matches', async () => {
  show({ seconds: 13.1, query: 'good' });
  expect(await screen.findByText('2/2')).toBeTruthy();
  expect(activeLine()).toBe('00:13 Ana: Good. Next week then');
});

test('arrows go from line to line, with one stop for Tab', async () => {
  show({ seconds: 5 });
  await screen.findByRole('button', { name: /budget/ });
  expect(focusLane()).toBe(true);
  expect(document.activeElement?.textContent).toContain('Morning, Ana');
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('budget');
  await userEvent.keyboard('{Home}{ArrowUp}');
  expect(document.activeElement?.textContent).toContain('Good morning');
  await userEvent.keyboard('{End}');
  expect(document.activeElement?.textContent).toContain('Next week');
  const stops = document.querySelectorAll('li button[tabindex="0"]');
  expect(Array.from(stops, (stop) => stop.getAttribute('aria-label'))).toEqual([null, 'Copy link to 00:13']);
});

test('the list follows playback until somebody goes to a line, and again when asked', async () => {
  show();
  await screen.findByRole('button', { name: /budget/ });
  expect(screen.queryByRole('button', { name: 'Follow playback' })).toBeNull();
  act(() => void focusLane());
  await userEvent.click(screen.getByRole('button', { name: 'Follow playback' }));
  expect(screen.queryByRole('button', { name: 'Follow playback' })).toBeNull();
});

test('people can be chosen; what is searched is searched among theirs', async () => {
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'All speakers' }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: /Ben/ }));
  expect(lines()).toEqual(['00:05 Ben: Morning, Ana', '00:08 Ben: The budget is tight']);
  await userEvent.keyboard('{Escape}');
  await userEvent.type(screen.getByRole('textbox'), 'good');
  await waitFor(() => expect(screen.getByText('No match')).toBeTruthy());
  await userEvent.click(screen.getByRole('button', { name: 'Ben' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'All speakers' }));
  await waitFor(() => expect(screen.getByText('1/2')).toBeTruthy());
});

test('a line’s link can be copied', async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByRole('button', { name: 'Copy link to 00:13' }));
  expect(await screen.findByRole('button', { name: 'Link copied' })).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe('http://matinee.test/s/session?t=13.1');
});
