import { expect, test } from 'vitest';
import { groupMoments } from './group-moments.ts';
import { toMomentSearch } from './moment-link.ts';
import { testMoment } from './test-moments.ts';

const other = { id: 'two', name: 'Retro', startTime: '2026-03-19T14:05:00.000Z' };

test('lines of one session stand together in the order of its clock, whichever file they come from', () => {
  const groups = groupMoments([
    testMoment({ lineIndex: 1, sessionSeconds: 34, kind: 'chat', fileId: 'chat' }),
    testMoment({ lineIndex: 2, sessionSeconds: null, kind: 'chat', fileId: 'chat' }),
    testMoment({ lineIndex: 3, sessionSeconds: 13.1 }),
    testMoment({ lineIndex: 3, sessionSeconds: 13.1 }),
    testMoment({ session: other, lineIndex: 0, fileId: 'other' }),
  ]);
  expect(groups.map(({ key, session }) => [key, session.id])).toEqual([
    ['chat:1', 'one'],
    ['other:0', 'two'],
  ]);
  expect(groups[0]?.moments.map(({ sessionSeconds }) => sessionSeconds)).toEqual([13.1, 34, null]);
});

test.each([
  ['transcript', 13.1, { panel: 'transcript', t: 13.1, of: 'file' }],
  ['captions', 13.14, { panel: 'captions', t: 13.2, of: 'file' }],
  ['chat', 34, { panel: 'chat', t: 34, of: 'file' }],
  ['chat', null, { panel: 'chat' }],
] as const)(
  'a moment of kind %s at %s of its file leads to the lines it stands in',
  (kind, startSeconds, to) => {
    const moment = testMoment({ kind, startSeconds, sessionSeconds: 600, fileId: 'file' });
    expect(toMomentSearch(moment, 'ankle')).toEqual({ tq: 'ankle', ...to });
  },
);
