import { expect, test } from 'vitest';
import { testFile, testSession } from '../../testing/test-data.ts';
import { toCountdown, trashedFiles, trashTimes } from './purge.ts';

const now = new Date(2026, 10, 23, 23, 30);
const inLocal = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();

test('days are those of the reader’s calendar, not stretches of 24 hours', () => {
  expect(toCountdown(inLocal(23, 23), now)).toEqual({ words: 'today', urgency: 'last-day' });
  expect(toCountdown(inLocal(24, 0), now)).toEqual({ words: 'tomorrow', urgency: 'last-day' });
  expect(toCountdown(inLocal(26, 9), now)).toEqual({ words: 'in 3 days', urgency: 'soon' });
  expect(toCountdown(inLocal(30, 9), now).urgency).toBe('soon');
  expect(toCountdown(inLocal(31, 9), now)).toEqual({ words: 'in 8 days', urgency: 'later' });
});

test('what is due already may still go today', () => {
  expect(toCountdown(inLocal(20, 9), now).words).toBe('today');
});

test('without a time from Zoom only the limit is known', () => {
  expect(toCountdown(null, now)).toEqual({ words: 'within 30 days', urgency: 'unknown' });
});

test('a live session shows only its trashed files, and the first of them decides', () => {
  const kept = testFile({ id: 'kept' });
  const late = testFile({ id: 'late', trashedAt: inLocal(20, 9), purgeAt: inLocal(29, 9) });
  const early = testFile({ id: 'early', trashedAt: inLocal(10, 9), purgeAt: inLocal(25, 9) });
  const session = testSession({ files: [kept, late, early] });
  expect(trashedFiles(session)).toEqual([late, early]);
  expect(trashTimes(session)).toEqual({ trashedAt: inLocal(10, 9), purgeAt: inLocal(25, 9) });
});

test('a session trashed whole shows all its files', () => {
  const session = testSession({ state: 'trashed', trashedAt: inLocal(1, 1), purgeAt: inLocal(30, 1) });
  expect(trashedFiles(session)).toEqual(session.files);
  expect(trashTimes(session).purgeAt).toBe(inLocal(30, 1));
});
