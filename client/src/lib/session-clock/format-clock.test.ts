import { expect, test } from 'vitest';
import { formatClock, formatLength, speakClock } from './format-clock.ts';

test.each([
  [0, '0:00', '0 seconds'],
  [42.9, '0:42', '42 seconds'],
  [61, '1:01', '1 minute 1 second'],
  [3723, '1:02:03', '1 hour 2 minutes 3 seconds'],
  [360_000, '100:00:00', '100 hours'],
  [-3, '0:00', '0 seconds'],
])('%d seconds are shown as %s and read as %s', (seconds, shown, read) => {
  expect([formatClock(seconds), speakClock(seconds)]).toEqual([shown, read]);
});

test.each([
  [40, '40 s'],
  [120.4, '2 min'],
  [3600, '1 h'],
  [3900, '1 h 5 min'],
])('a length of %d seconds is %s', (seconds, words) => {
  expect(formatLength(seconds)).toBe(words);
});
