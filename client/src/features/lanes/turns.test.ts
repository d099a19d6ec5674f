import type { TimelineSpans } from '@matinee/server/contract';
import { expect, test } from 'vitest';
import { toShares, toTurns } from './turns.ts';

function timeline(spans: [number, number | null, ...string[]][], fileId = 'file'): TimelineSpans {
  return {
    fileId,
    kind: 'timeline',
    spans: spans.map(([startSeconds, endSeconds, ...names]) => ({
      startSeconds,
      endSeconds,
      speakers: names.map((name) => ({ name, userId: null })),
    })),
    unreadable: 0,
  };
}

const atTen = () => ({ startSeconds: 10, endSeconds: 100 });

function words(files: TimelineSpans[]): string[] {
  return toTurns(files, atTen).map((turn) => `${turn.startSeconds}-${turn.endSeconds} ${turn.speaker}`);
}

test('spans of one person that follow one another are one turn; several at once have one each', () => {
  const file = timeline([
    [0, 0.5, 'Ana'],
    [0.5, 1, 'Ana', 'Ben'],
    [1.5, 2, 'Ana'],
    [5, 6, 'Ana'],
  ]);
  expect(words([file])).toEqual(['10-12 Ana', '10.5-11 Ben', '15-16 Ana']);
});

test('a last span without an end lasts until the file does', () => {
  expect(words([timeline([[80, null, 'Ana']])])).toEqual(['90-100 Ana']);
  expect(words([timeline([[95, null, 'Ana']])])).toEqual(['105-105 Ana']);
});

test('two people of one name at once are one turn', () => {
  expect(words([timeline([[1, 2, 'Ana', 'Ana']])])).toEqual(['11-12 Ana']);
});

test('shares tell who spoke most', () => {
  const shares = toShares(
    toTurns(
      [
        timeline([
          [0, 1, 'Ben'],
          [2, 5, 'Ana'],
        ]),
      ],
      atTen,
    ),
  );
  expect(shares).toEqual([
    { speaker: 'Ana', seconds: 3, share: 0.75 },
    { speaker: 'Ben', seconds: 1, share: 0.25 },
  ]);
  expect(toShares([])).toEqual([]);
});
