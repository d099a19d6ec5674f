import { expect, test } from 'vitest';
import { volumeAccount } from './volume-account.ts';

test('makes as many sessions as asked, newest first, all in that month, the same each time', () => {
  const choice = { sessions: 10_000, month: '2026-02', filesPerSession: 3 };
  const { sessions } = volumeAccount(choice);
  expect(sessions).toHaveLength(10_000);
  expect(sessions.every((session) => session.start_time.startsWith('2026-02-'))).toBe(true);
  expect(new Set(sessions.map((session) => session.session_id)).size).toBe(10_000);
  const starts = sessions.map((session) => session.start_time);
  expect(starts).toEqual([...starts].sort().reverse());
  expect(sessions[0]?.recording_files).toHaveLength(3);
  expect(volumeAccount(choice).sessions[9_999]).toEqual(sessions[9_999]);
});
