import { expect, test } from 'vitest';
import { testFile, testSession } from '../../testing/test-data.ts';
import { withoutMoving } from './moving.ts';

const alder = testSession({ id: 'alder', sizeBytes: 10, fileCount: 1, durationMinutes: 5 });
const birch = testSession({
  id: 'birch',
  sizeBytes: 20,
  fileCount: 2,
  durationMinutes: 7,
  files: [testFile({ id: 'b1', sessionId: 'birch' }), testFile({ id: 'b2', sessionId: 'birch' })],
});
const list = {
  sessions: [alder, birch],
  totals: { sessions: 9, files: 9, bytes: 90, minutes: 90 },
};

test('without anything moving it is the very same list, so that nothing is drawn anew', () => {
  expect(withoutMoving(list, { moving: [], trash: undefined })).toBe(list);
  const restoring = [{ action: 'restore' as const, targets: [{ sessionId: 'alder' }] }];
  expect(withoutMoving(list, { moving: restoring, trash: undefined })).toBe(list);
});

test('a session on its way to the trash leaves the live list, and its sums', () => {
  const moving = [{ action: 'trash' as const, targets: [{ sessionId: 'birch' }] }];
  expect(withoutMoving(list, { moving, trash: undefined })).toEqual({
    sessions: [alder],
    totals: { sessions: 8, files: 7, bytes: 70, minutes: 83 },
  });
});

test('a file on its way leaves its session there', () => {
  const moving = [{ action: 'trash' as const, targets: [{ sessionId: 'birch', fileId: 'b1' }] }];
  const { sessions } = withoutMoving(list, { moving, trash: undefined });
  expect(sessions.map(({ files }) => files.map(({ id }) => id))).toEqual([['alder-video'], ['b2']]);
});

test('what is restored or deleted leaves the trash alone, with its session when that was its last file there', () => {
  const inTrash = testSession({
    id: 'cedar',
    files: [testFile({ id: 'c1', trashedAt: '2026-11-01T00:00:00.000Z' }), testFile({ id: 'c2' })],
  });
  const moving = [{ action: 'restore' as const, targets: [{ sessionId: 'cedar', fileId: 'c1' }] }];
  const trashed = { sessions: [alder, inTrash], totals: null };
  const kept = withoutMoving({ ...trashed, sessions: [inTrash] }, { moving, trash: 'recording_file' });
  expect(kept.sessions).toEqual([]);
  const deleting = [{ action: 'delete' as const, targets: [{ sessionId: 'alder' }] }];
  const rest = withoutMoving(trashed, { moving: deleting, trash: 'session_recordings' });
  expect(rest.sessions).toEqual([inTrash]);
});
