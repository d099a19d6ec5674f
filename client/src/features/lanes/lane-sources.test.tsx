import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installTestBrowser } from '../../lib/test-browser.ts';
import { ChatLane } from './chat-lane.tsx';
import { SpeakerOverview } from './speaker-overview.tsx';
import { sessionOf, showLane, sideFile, textLines } from './test-lanes.tsx';
import { TimelineLane } from './timeline-lane.tsx';
import { TranscriptLane } from './transcript-lane.tsx';

let browser: ReturnType<typeof installTestBrowser>;
beforeEach(() => {
  browser = installTestBrowser();
});
afterEach(() => {
  cleanup();
  browser.expectQuiet();
});

const video = sideFile('video');
const damaged = {
  type: '/problems/file-unreadable',
  title: 'The file is damaged',
  status: 422,
  detail: '',
  instance: '',
  retryable: false,
};

/** Answers for files by their id; what is not there is damaged. */
function answer(files: Record<string, unknown>): void {
  browser.answer((path) => {
    const found = files[path.split('/')[3] ?? ''];
    return found ? Response.json(found) : Response.json(damaged, { status: 422 });
  });
}

function items(): (string | null)[] {
  return screen.getAllByRole('listitem').map((item) => item.textContent);
}

test('segments are one list on the session’s clock; a damaged one costs only its own lines', async () => {
  const later = { startTime: '2026-11-20T13:15:00.000Z' };
  answer({
    first: textLines('first', [[1, 'Ana', 'Before the break']]),
    second: textLines('second', [[1, 'Ana', 'After the break']]),
  });
  const segments = [
    sideFile('transcript', { id: 'second', ...later }),
    sideFile('transcript', { id: 'first' }),
    sideFile('transcript', { id: 'broken' }),
  ];
  showLane(sessionOf([video, ...segments]), (props) => <TranscriptLane {...props} />);
  expect(await screen.findByText('The transcript file is damaged. You can still download it.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Download' }).getAttribute('href')).toBe(
    '/api/files/broken/content?download=1',
  );
  expect(items()).toEqual(['00:01 Ana: Before the break', '10:01 Ana: After the break']);
});

test('a file that cannot be had now is asked for again', async () => {
  browser.answer(() => Response.json({ ...damaged, type: '/problems/zoom-timeout' }, { status: 504 }));
  showLane(sessionOf([video, sideFile('chat')]), (props) => <ChatLane {...props} />);
  expect(await screen.findByText('The chat could not be opened. Zoom is not answering.')).toBeTruthy();
  answer({ chat: textLines('chat', [[1, 'Ana', 'Hello']], 'chat') });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: '00:01 Ana: Hello' })).toBeTruthy();
});

test('captions stand beside the transcript, and in its place where there is none', async () => {
  answer({
    transcript: textLines('transcript', [[1, 'Ana', 'Good morning']]),
    captions: textLines('captions', [[1, null, 'good mourning']], 'captions'),
  });
  const captions = sideFile('captions');
  showLane(sessionOf([video, sideFile('transcript'), captions]), (props) => <TranscriptLane {...props} />);
  await screen.findByRole('button', { name: '00:01 Ana: Good morning' });
  await userEvent.click(screen.getByRole('radio', { name: 'Captions' }));
  expect(items()).toEqual(['00:01 good mourning']);
  await userEvent.click(screen.getByRole('radio', { name: 'Transcript' }));
  expect(items()).toEqual(['00:01 Ana: Good morning']);
  cleanup();
  showLane(sessionOf([video, captions]), (props) => <TranscriptLane {...props} />);
  expect(await screen.findByText('good mourning')).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('an address that asks for captions shows them, where the session has any', async () => {
  answer({
    transcript: textLines('transcript', [[1, 'Ana', 'Good morning']]),
    captions: textLines('captions', [[1, null, 'good mourning']], 'captions'),
  });
  const files = [video, sideFile('transcript'), sideFile('captions')];
  showLane(sessionOf(files), (props) => <TranscriptLane {...props} />, { isCaptions: true });
  expect(await screen.findByRole('button', { name: '00:01 good mourning' })).toBeTruthy();
  cleanup();
  showLane(sessionOf(files.slice(0, 2)), (props) => <TranscriptLane {...props} />, { isCaptions: true });
  expect(await screen.findByRole('button', { name: '00:01 Ana: Good morning' })).toBeTruthy();
});

test('an empty transcript can be looked at where captions stand in for it', async () => {
  answer({
    transcript: textLines('transcript', []),
    captions: textLines('captions', [[1, null, 'good mourning']], 'captions'),
  });
  const files = [video, sideFile('transcript'), sideFile('captions')];
  showLane(sessionOf(files), (props) => <TranscriptLane {...props} />);
  expect(await screen.findByRole('button', { name: '00:01 good mourning' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'Transcript' }));
  expect(screen.getByText('The transcript is empty.')).toBeTruthy();
});

test('of messages that came in the same second, the one that holds the words is lit', async () => {
  const rows: [number, string, string][] = [
    [34, 'Ana', 'the ankle leaflet'],
    [34, 'Ben', 'thank you'],
    [61, 'Ana', 'and the ankle sleeve'],
  ];
  answer({ chat: textLines('chat', rows, 'chat') });
  const files = [video, sideFile('chat')];
  showLane(sessionOf(files), (props) => <ChatLane {...props} />, { seconds: 34, query: 'ankle' });
  expect(await screen.findByText('1/2')).toBeTruthy();
});

test('a chat is shown whole, or as it came', async () => {
  answer({
    chat: textLines(
      'chat',
      [
        [10, 'Ana', 'Hello'],
        [34, 'Ben', 'Here it is:\nhttps://example.org'],
        [61, 'Ana', 'Thanks'],
      ],
      'chat',
    ),
  });
  const clock = showLane(sessionOf([video, sideFile('chat')]), (props) => <ChatLane {...props} />);
  await screen.findByRole('button', { name: /Thanks/ });
  await userEvent.click(screen.getByRole('radio', { name: 'Up to now' }));
  expect(screen.getByText('Nobody has written anything yet at this point.')).toBeTruthy();
  act(() => clock.tell({ sessionSeconds: 40 }));
  expect(items()).toEqual(['00:10 Ana: Hello', '00:34 Ben: Here it is:\nhttps://example.org']);
  expect(screen.queryByRole('link')).toBeNull();
});

test('who spoke when is a list of turns, and a picture whose names lead to the next turn', async () => {
  const people = { ana: { name: 'Ana', userId: null }, ben: { name: 'Ben', userId: null } };
  const spans = [
    { startSeconds: 1, endSeconds: 4, speakers: [people.ana] },
    { startSeconds: 4, endSeconds: 5, speakers: [people.ana, people.ben] },
    { startSeconds: 20, endSeconds: 26, speakers: [people.ana] },
  ];
  answer({ timeline: { fileId: 'timeline', kind: 'timeline', spans, unreadable: 0 } });
  const clock = showLane(sessionOf([video, sideFile('timeline')]), ({ lanes, ...props }) => (
    <>
      <SpeakerOverview turns={lanes.turns} people={lanes.people} clock={props.clock} durationSeconds={60} />
      <TimelineLane lanes={lanes} {...props} />
    </>
  ));
  await screen.findByRole('button', { name: '00:20 Ana: 6 s' });
  const list = screen.getByRole('list', { name: 'Timeline' });
  expect(Array.from(list.children, (item) => item.textContent)).toEqual([
    '00:01 Ana: 4 s',
    '00:04 Ben: 1 s',
    '00:20 Ana: 6 s',
  ]);
  const name = screen.getByRole('button', { name: /^Ana spoke 10 s 91 %/ });
  const visited: number[] = [];
  for (let press = 0; press < 3; press += 1) {
    await userEvent.click(name);
    visited.push(clock.now());
  }
  expect(visited).toEqual([1, 20, 1]);
});

test.each([
  [[], 'This session has no chat.'],
  [[sideFile('chat', { state: 'processing' })], 'Zoom is still processing the chat.'],
  [[sideFile('chat', { trashedAt: '2026-11-21T00:00:00.000Z' })], 'The chat is in the trash.'],
  [[sideFile('chat', { id: 'empty' })], 'The chat is empty.'],
])('what is not there is said', async (files, words) => {
  answer({ empty: textLines('empty', [], 'chat') });
  showLane(sessionOf([video, ...files]), (props) => <ChatLane {...props} />);
  expect(await screen.findByText(words)).toBeTruthy();
});

test('what people wrote is text in every lane', async () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)';
  const span = { startSeconds: 1, endSeconds: 2, speakers: [{ name: hostile, userId: null }] };
  answer({
    transcript: textLines('transcript', [[1, hostile, hostile]]),
    captions: textLines('captions', [[1, hostile, hostile]], 'captions'),
    chat: textLines('chat', [[1, hostile, hostile]], 'chat'),
    timeline: { fileId: 'timeline', kind: 'timeline', spans: [span], unreadable: 0 },
  });
  const files = [
    video,
    ...(['transcript', 'captions', 'chat', 'timeline'] as const).map((kind) => sideFile(kind)),
  ];
  showLane(
    sessionOf(files),
    (props) => (
      <>
        <TranscriptLane {...props} />
        <TranscriptLane {...props} isCaptions />
        <ChatLane {...props} />
        <TimelineLane {...props} />
      </>
    ),
    { query: '<script>' },
  );
  expect(await screen.findAllByRole('button', { name: `00:01 ${hostile}: ${hostile}` })).toHaveLength(3);
  expect(await screen.findByRole('button', { name: `00:01 ${hostile}: 1 s` })).toBeTruthy();
  expect(document.querySelectorAll('script, img, a, mark')).toHaveLength(3);
});
