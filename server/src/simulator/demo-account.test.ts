import { expect, test } from 'vitest';
import type { SimulatedFile, SimulatedSession } from './account.ts';
import { createDemoAccount } from './demo-account.ts';
import { openContent } from './file-content.ts';
import { isInView } from './present-session.ts';

const now = Date.parse('2026-03-15T12:00:00Z');
const DAY_MS = 86_400_000;
const { sessions } = createDemoAccount({ now });

function filesOf(session: SimulatedSession): SimulatedFile[] {
  const lists = [session.recording_files, session.participant_video_files, session.participant_audio_files];
  return lists.flatMap((list) => list ?? []).filter((file) => file !== null);
}

test('is the same account for the same moment', () => {
  expect(createDemoAccount({ now })).toEqual({ sessions });
});

test('has about 1,500 sessions in 14 months, and more in the later half', () => {
  const months = sessions.map((session) => session.start_time.slice(0, 7));
  expect(new Set(months).size).toBe(14);
  expect(sessions.length).toBeGreaterThanOrEqual(1500);
  expect(sessions.length).toBeLessThan(1600);
  const late = months.filter((month) => month >= '2025-09').length;
  expect(late).toBeGreaterThan(sessions.length * 0.6);
});

test('nothing lies in the future, and no id is there twice', () => {
  expect(sessions.every((session) => Date.parse(session.start_time) < now)).toBe(true);
  expect(new Set(sessions.map((session) => session.session_id)).size).toBe(sessions.length);
});

test('one in twenty is in the trash, some until today, some until in three days', () => {
  const trashed = sessions.filter((session) => session.trashed_at !== undefined);
  expect(trashed).toHaveLength(75);
  const daysLeft = trashed.map(({ trashed_at = '' }) => 30 - (now - Date.parse(trashed_at)) / DAY_MS);
  for (const day of [0, 3, 29]) expect(daysLeft.some((left) => left >= day && left < day + 1)).toBe(true);
  expect(trashed.every((session) => (session.trashed_at ?? '') > session.start_time)).toBe(true);
  expect(sessions.filter((session) => isInView(session, 'trashed-files', now))).toHaveLength(24);
});

test('every finished file says its true size, and has content to play or read', () => {
  for (const file of sessions.flatMap(filesOf).filter((one) => one.file_size !== undefined)) {
    expect(openContent(file.content).sizeBytes).toBe(file.file_size);
  }
});

test('no two files share an id, but for the one oddity', () => {
  const ids = sessions.flatMap((session) => filesOf(session).flatMap((file) => file.id ?? []));
  expect(ids.length - new Set(ids).size).toBe(1);
});
