import { expect, test } from 'vitest';
import { formatStart } from './format-start.ts';

const iso = '2026-10-31T20:30:00.000Z';

test('a start is told in the reader’s time', () => {
  expect(formatStart(iso, { month: '2026-10', timeZone: 'America/Los_Angeles' })).toBe('Sat 31, 13:30');
});

test('a start that falls into another month for the reader says so', () => {
  expect(formatStart(iso, { month: '2026-10', timeZone: 'Pacific/Kiritimati' })).toBe(
    'Sun 1, 10:30 (1 Nov your time)',
  );
  expect(formatStart('2027-01-01T03:00:00Z', { month: '2027-01', timeZone: 'America/Los_Angeles' })).toBe(
    'Thu 31, 19:00 (31 Dec your time)',
  );
});

test('among all months a start says its whole date', () => {
  expect(formatStart(iso, { month: null, timeZone: 'UTC' })).toBe('Sat 31 Oct 2026, 20:30');
});

test('a missing start is a dash', () => {
  expect(formatStart(null, { month: '2026-10' })).toBe('–');
});
