import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRetryAfter, untilNextUtcDay } from './retry-after.ts';

const NOW_MS = Date.UTC(2026, 2, 4, 23, 59, 30);
const DAY_MS = 86_400_000;

test.each([
  ['seconds', { 'retry-after': '2' }, 2_000],
  ['fractions of seconds', { 'retry-after': ' 1.5 ' }, 1_500],
  ['an HTTP date', { 'retry-after': 'Thu, 05 Mar 2026 00:00:00 GMT' }, 30_000],
  ['an ISO date-time', { 'retry-after': '2026-03-05T00:00:00Z' }, 30_000],
  ['a date that has gone', { 'retry-after': '2020-01-01T00:00:00Z' }, 0],
  ['a negative number', { 'retry-after': '-5' }, 0],
  ['more than a day', { 'retry-after': '9999999999' }, DAY_MS],
  ['a year far off', { 'retry-after': '9999-12-31T00:00:00Z' }, DAY_MS],
  ['more digits than a number has', { 'retry-after': '9'.repeat(400) }, DAY_MS],
  ['words', { 'retry-after': 'soon' }, null],
  ['NaN', { 'retry-after': 'NaN' }, null],
  ['a lone year', { 'retry-after': '12 monkeys' }, null],
  ['nothing', { 'retry-after': '' }, null],
  ['no header', {}, null],
  ['a reset in Unix seconds', { 'x-ratelimit-reset': String(NOW_MS / 1000 + 3) }, 3_000],
  ['a reset in Unix milliseconds', { 'x-ratelimit-reset': String(NOW_MS + 3_000) }, 3_000],
  ['a reset in seconds from now', { 'x-ratelimit-reset': '3' }, 3_000],
  ['a reset as a date-time', { 'x-ratelimit-reset': '2026-03-05T00:00:00Z' }, 30_000],
  ['a reset that is no number', { 'x-ratelimit-reset': 'never' }, null],
  ['the later of both', { 'retry-after': '2', 'x-ratelimit-reset': '5' }, 5_000],
])('reads %s', (_, headers, waitMs) => {
  expect(parseRetryAfter(headers, NOW_MS)).toBe(waitMs);
});

test('dates are read by the clock of the answer, not by ours', () => {
  const headers = { date: 'Wed, 04 Mar 2026 23:59:30 GMT', 'retry-after': '2026-03-05T00:00:00Z' };
  expect(parseRetryAfter(headers, NOW_MS - 600_000)).toBe(30_000);
  expect(untilNextUtcDay(headers, NOW_MS - 600_000)).toBe(30_000);
  expect(untilNextUtcDay({}, NOW_MS)).toBe(30_000);
});

test('whatever the headers say, the wait is nothing or between none and a day', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (after, reset) => {
      const waitMs = parseRetryAfter({ 'retry-after': after, 'x-ratelimit-reset': reset }, NOW_MS);
      if (waitMs !== null) expect(waitMs >= 0 && waitMs <= DAY_MS).toBe(true);
    }),
  );
});
