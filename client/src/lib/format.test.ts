import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as format from './format.ts';
import { timeZoneSetting } from './settings.ts';

const berlin = { timeZone: 'Europe/Berlin' };

test('sizes are told in decimal units, and a missing or zero size is a dash', () => {
  const sizes = [null, 0, 1, 999, 1000, 48_000, 999_499, 999_500, 62_000_000, 2_800_000_000, 212_400_000_000];
  expect(sizes.map(format.formatBytes)).toEqual([
    '–',
    '–',
    '1 byte',
    '999 bytes',
    '1.0 kB',
    '48 kB',
    '999 kB',
    '1.0 MB',
    '62 MB',
    '2.8 GB',
    '212 GB',
  ]);
});

test('no size is ever told with a thousand of its unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (sizeBytes) => {
      const [amount = ''] = format.formatBytes(sizeBytes).split(' ');
      expect(Number(amount)).toBeLessThan(1000);
    }),
  );
});

test('lengths are told in hours and minutes, and a missing or zero length is a dash', () => {
  expect([null, 0, 0.2, 42, 60, 68, 600].map(format.formatMinutes)).toEqual([
    '–',
    '–',
    '1 min',
    '42 min',
    '1 h',
    '1 h 8 min',
    '10 h',
  ]);
});

test('lengths and sizes are read aloud in words', () => {
  expect(format.speakMinutes(61)).toBe('1 hour 1 minute');
  expect(format.speakMinutes(120)).toBe('2 hours');
  expect(format.speakBytes(2_800_000_000)).toBe('2.8 gigabytes');
});

test('times are told in the reader’s zone, and as UTC where that is asked for', () => {
  const iso = '2026-09-30T22:30:00.000Z';
  expect(format.formatDateTime(iso, berlin)).toBe('Thu 1 Oct 2026, 00:30');
  expect(format.formatDayTime(iso, berlin)).toBe('Thu 1, 00:30');
  expect(format.formatUtc(iso)).toBe('30 Sep 2026, 22:30 UTC');
  expect(format.speakDateTime(iso, berlin)).toBe('Thursday 1 October 00:30');
});

test('a missing or impossible time is a dash', () => {
  expect([null, 'yesterday'].map((iso) => format.formatDateTime(iso))).toEqual(['–', '–']);
});

test('what was read today is told by its time, what was read before by its day too', () => {
  const now = new Date('2026-11-23T20:00:00Z');
  expect(format.formatRecent('2026-11-23T09:42:00Z', { ...berlin, now })).toBe('10:42');
  expect(format.formatRecent('2026-11-20T09:42:00Z', { ...berlin, now })).toBe('20 Nov, 10:42');
});

test('a reader who chose UTC is told every time in UTC', () => {
  const iso = '2026-09-30T22:30:00.000Z';
  timeZoneSetting.keep('utc');
  expect(format.formatDateTime(iso)).toBe('Wed 30 Sep 2026, 22:30');
  expect(format.speakDateTime(iso)).toBe('Wednesday 30 September 22:30');
  expect(format.formatTime(iso, berlin)).toBe('00:30');
  timeZoneSetting.keep('local');
});
