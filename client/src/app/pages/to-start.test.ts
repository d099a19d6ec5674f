import { expect, test } from 'vitest';
import {
  audio,
  gallery,
  recordingFile,
  session,
  speaker,
  transcript,
} from '../../features/session/test-session.ts';
import { toHoldingView, toResumed, toStartSeconds } from './to-start.ts';

const later = recordingFile({
  id: 'later',
  recordingType: 'shared_screen',
  startTime: '2026-11-20T13:07:00.000Z',
});
const whole = session({ files: [gallery, speaker, later] });
const position = { seconds: 95, view: 'speaker' };

test('a second in the address counts most, then the start of a file that it names', () => {
  expect(toStartSeconds(whole, { t: 33, view: 'later' })).toBe(33);
  expect(toStartSeconds(whole, { view: 'later' })).toBe(120);
  expect(toStartSeconds(whole, { view: 'speaker' })).toBe(0);
});

test('a second may count from the start of a file, wherever second 0 of the session lies', () => {
  const early = recordingFile({ ...audio, startTime: '2026-11-20T13:04:50.000Z' });
  const words = recordingFile({ ...transcript, startTime: '2026-11-20T13:05:02.000Z' });
  const search = { t: 8.5, of: words.id };
  expect(toStartSeconds(session({ files: [gallery, words] }), search)).toBe(10.5);
  expect(toStartSeconds(session({ files: [gallery, words, early] }), search)).toBe(20.5);
  expect(toStartSeconds(whole, { t: 8.5, of: 'gone' })).toBe(8.5);
});

test('where the default view does not hold the second of an address, one that does is begun with', () => {
  const short = recordingFile({ endTime: '2026-11-20T13:05:30.000Z' });
  const parts = session({ files: [short, later, speaker] });
  expect(toHoldingView(parts, { t: 20 })).toBeNull();
  expect(toHoldingView(parts, { t: 40 })).toBe('speaker');
  expect(toHoldingView(parts, { t: 40, view: 'gallery' })).toBeNull();
  expect(toHoldingView(parts, { view: 'gallery' })).toBeNull();
  expect(toHoldingView(parts, { t: 1e6 })).toBeNull();
  expect(toHoldingView(session({ files: [transcript] }), { t: 40 })).toBeNull();
});

test('who comes without either goes on where they left off, in the view they had', () => {
  expect(toResumed({ session: whole, position }, {})).toEqual(position);
  expect(toResumed({ session: whole, position }, { view: 'gallery' })).toEqual({ seconds: 95, view: null });
  expect(toResumed({ session: whole, position: { seconds: 95, view: 'gone' } }, {})).toEqual({
    seconds: 95,
    view: null,
  });
});

test.each([
  ['a second', { t: 0 }, position],
  ['a file', { view: 'later' }, position],
  ['nothing, after the first seconds alone', {}, { seconds: 4, view: null }],
  ['nothing, for the first time', {}, null],
])('nobody is taken elsewhere who comes with %s', (_, search, left) => {
  expect(toResumed({ session: whole, position: left }, search)).toBeNull();
});
