import type { RecordingFile } from '@matinee/server/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testFile } from '../../testing/test-data.ts';
import { toTimeline } from './timeline.ts';

const startTime = '2026-03-20T14:00:00.000Z';

/** A moment so many seconds after the session's start. */
function at(seconds: number): string {
  return new Date(Date.parse(startTime) + seconds * 1000).toISOString();
}

function file(id: string, [start, end]: [number | null, number | null], parts: Partial<RecordingFile> = {}) {
  const times = { startTime: start === null ? null : at(start), endTime: end === null ? null : at(end) };
  return testFile({ id, ...times, ...parts });
}

test('second 0 is where the first recording begins; everything else lies after it', () => {
  const files = [
    file('gallery', [12, 102]),
    file('screen', [72, 102]),
    file('chat', [2, null], { kind: 'chat' }),
  ];
  const timeline = toTimeline({ startTime, files });
  expect(timeline.originMs).toBe(Date.parse(at(12)));
  expect(timeline.durationSeconds).toBe(90);
  expect(timeline.spanOf('screen')).toEqual({ startSeconds: 60, endSeconds: 90 });
  expect(timeline.offsetOf('chat')).toBe(-10);
  expect(timeline.spanOf('nobody')).toEqual({ startSeconds: 0, endSeconds: null });
});

test('what is in the trash still counts, so that links keep their meaning', () => {
  const trashed = file('first', [0, 60], { trashedAt: at(9000) });
  expect(toTimeline({ startTime, files: [trashed, file('second', [100, 160])] }).offsetOf('second')).toBe(
    100,
  );
});

test.each<[string, RecordingFile]>([
  ['has no start', file('odd', [null, 50])],
  ['starts years before the session', testFile({ id: 'odd', startTime: '1970-01-01T00:00:00.000Z' })],
])('a file that %s lies at second 0 and has no known end', (_, odd) => {
  const timeline = toTimeline({ startTime, files: [odd, file('good', [10, 70])] });
  expect(timeline.spanOf('odd')).toEqual({ startSeconds: 0, endSeconds: null });
  expect(timeline.spanOf('good')).toEqual({ startSeconds: 0, endSeconds: 60 });
});

test.each([
  ['missing', null],
  ['before the start', 5],
  ['at the start', 10],
])('an end that is %s is not known, until the file has told its length', (_, end) => {
  const files = [file('odd', [10, end])];
  expect(toTimeline({ startTime, files }).spanOf('odd').endSeconds).toBeNull();
  expect(toTimeline({ startTime, files }, new Map([['odd', 33.5]])).durationSeconds).toBe(33.5);
});

test('without media the earliest side file is second 0, without any time the session itself', () => {
  const chat = file('chat', [30, null], { kind: 'chat' });
  expect(toTimeline({ startTime, files: [chat] }).originMs).toBe(Date.parse(at(30)));
  expect(toTimeline({ startTime, files: [] }).originMs).toBe(Date.parse(startTime));
  expect(toTimeline({ startTime: null, files: [file('one', [null, null])] }).originMs).toBeNull();
});

test('whatever Zoom sends: the scale is sound, media lie on it, and the order of the files is nothing', () => {
  const anyTime = fc.option(
    fc.oneof(
      fc.integer({ min: -9e5, max: 9e5 }).map(at),
      fc.constantFrom('', 'soon', '1970-01-01T00:00:00Z'),
    ),
  );
  const anyFile = fc
    .record({
      kind: fc.constantFrom('video' as const, 'audio' as const, 'chat' as const),
      startTime: anyTime,
      endTime: anyTime,
    })
    .map((parts) => testFile(parts));
  const anySession = fc.record({
    startTime: anyTime,
    files: fc.array(anyFile, { maxLength: 8 }).map((all) => all.map((one, n) => ({ ...one, id: `f${n}` }))),
  });
  fc.assert(
    fc.property(anySession, (session) => {
      const timeline = toTimeline(session);
      const media = session.files.filter(({ kind }) => kind !== 'chat').map(({ id }) => timeline.spanOf(id));
      for (const { startSeconds, endSeconds } of media) {
        expect(startSeconds).toBeGreaterThanOrEqual(0);
        expect(endSeconds ?? Number.POSITIVE_INFINITY).toBeGreaterThan(startSeconds);
        expect(timeline.durationSeconds).toBeGreaterThanOrEqual(endSeconds ?? 0);
      }
      expect(Number.isFinite(timeline.durationSeconds)).toBe(true);
      const turned = toTimeline({ ...session, files: session.files.toReversed() });
      for (const { id } of session.files) expect(turned.spanOf(id)).toEqual(timeline.spanOf(id));
    }),
  );
});
