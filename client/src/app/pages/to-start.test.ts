import { expect, test } from 'vitest';
import { gallery, recordingFile, session, speaker } from '../../features/session/test-session.ts';
import { toResumed, toStartSeconds } from './to-start.ts';

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
