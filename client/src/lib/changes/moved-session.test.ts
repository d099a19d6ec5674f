import { expect, test } from 'vitest';
import { testFile, testSession } from '../../testing/test-data.ts';
import { withMoved } from './moved-session.ts';

const begunAt = '2026-11-24T09:00:00.000Z';
const files = [testFile({ id: 'a' }), testFile({ id: 'b' })];
const session = testSession({ id: 'alder', files });
const whole = [{ sessionId: 'alder' }];
const trashing = { action: 'trash' as const, targets: whole, begunAt };
const trashedAts = (moved: typeof session) => moved.files.map(({ trashedAt }) => trashedAt);

test('a session of which nothing moves is the very same one', () => {
  expect(withMoved(session, [])).toBe(session);
  expect(withMoved(session, [{ ...trashing, targets: [{ sessionId: 'birch' }] }])).toBe(session);
  expect(withMoved(session, [{ ...trashing, action: 'delete' }])).toBe(session);
});

test('on its way to the trash it is there already, with its files', () => {
  const moved = withMoved(session, [trashing]);
  expect(moved).toMatchObject({ state: 'trashed', trashedAt: begunAt, purgeAt: null });
  expect(trashedAts(moved)).toEqual([begunAt, begunAt]);
});

test('a file on its way leaves the others where they are', () => {
  const targets = [{ sessionId: 'alder', fileId: 'b' }];
  const moved = withMoved(session, [{ action: 'trash', targets, begunAt }]);
  expect(moved.state).toBe('live');
  expect(trashedAts(moved)).toEqual([null, begunAt]);
  expect(withMoved(moved, [{ action: 'restore', targets, begunAt }])).toEqual(session);
});

test('what is taken back before Zoom has answered is as it was', () => {
  expect(withMoved(session, [trashing, { ...trashing, action: 'restore' }])).toEqual(session);
});
