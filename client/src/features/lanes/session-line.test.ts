import type { TextLines } from '@matinee/server/contract';
import { expect, test } from 'vitest';
import { findActiveLine } from './active-line.ts';
import { toSessionLines } from './session-line.ts';

function file(fileId: string, starts: (number | null)[]): TextLines {
  const lines = starts.map((startSeconds, index) => ({
    index,
    startSeconds,
    endSeconds: null,
    speaker: 'Ana',
    text: `${fileId}${index}`,
  }));
  return { fileId, kind: 'transcript', lines, unreadable: 0 };
}

test('segments are one list in the order of the session’s clock', () => {
  const offsets: Record<string, number> = { a: 0, b: 300 };
  const lines = toSessionLines([file('b', [1, 2]), file('a', [5, null, 400])], (id) => offsets[id] ?? 0);
  expect(lines.map(({ text, seconds }) => [text, seconds])).toEqual([
    ['a0', 5],
    ['a1', null],
    ['b0', 301],
    ['b1', 302],
    ['a2', 400],
  ]);
});

test('the line that is on is the last that has begun, and never one without a time', () => {
  const starts = [1, null, 5, 5, 9];
  expect([0, 0.94, 0.96, 4.9, 5, 8, 9, 1e6].map((now) => findActiveLine(starts, now))).toEqual([
    -1, -1, 0, 0, 3, 3, 4, 4,
  ]);
  expect(findActiveLine([], 3)).toBe(-1);
  expect(findActiveLine([null, null], 3)).toBe(-1);
});
