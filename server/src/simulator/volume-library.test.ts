import { expect, test } from 'vitest';
import { volumeLibrary } from './volume-library.ts';

const choice = { sessions: 100, months: 3, lastMonth: '2026-01', filesPerSession: 1 };

test('makes every session once, in its month, newest first, the same each time', () => {
  const library = volumeLibrary(choice);
  const all = library.between?.('2025-01-01', '2026-12-31') ?? [];
  expect(all).toHaveLength(100);
  expect(new Set(all.map(({ session_id }) => session_id)).size).toBe(100);
  const starts = all.map(({ start_time }) => start_time);
  expect(starts).toEqual([...starts].sort().reverse());
  expect(new Set(starts.map((start) => start.slice(0, 7)))).toEqual(
    new Set(['2026-01', '2025-12', '2025-11']),
  );
  expect(volumeLibrary(choice).between?.('2025-12-01', '2025-12-31')).toEqual(
    all.filter(({ start_time }) => start_time.startsWith('2025-12')),
  );
});
