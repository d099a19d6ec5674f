import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange, findGaps, findNext, locate, type OpenSegment, stepFrom } from './segments.ts';

function open(fileId: string, startSeconds: number, endSeconds: number | null): OpenSegment {
  return { fileId, startSeconds, endSeconds };
}

const threeParts = arrange([open('c', 90, 120), open('a', 0, 30), open('b', 50, 80)], 120)[0] ?? [];

test('files that follow one another are one lane, in the order of their starts', () => {
  expect(threeParts.map(({ fileId }) => fileId)).toEqual(['a', 'b', 'c']);
  expect(findNext(threeParts, 'a')?.fileId).toBe('b');
  expect(findNext(threeParts, 'c')).toBeUndefined();
  expect(findNext(threeParts, 'z')).toBeUndefined();
});

test('a second within a segment is gone to; one in a gap goes on to the next start, one behind all back to the end', () => {
  expect(locate(threeParts, 60)).toMatchObject({ segment: { fileId: 'b' }, seconds: 60 });
  expect(locate(threeParts, 30)).toMatchObject({ segment: { fileId: 'b' }, seconds: 50 });
  expect(locate(threeParts, 85)).toMatchObject({ segment: { fileId: 'c' }, seconds: 90 });
  expect(locate(threeParts, 500)).toMatchObject({ segment: { fileId: 'c' }, seconds: 120 });
  expect(locate([], 5)).toBeNull();
});

test('gaps are before, between and behind the segments, and slivers are none', () => {
  expect(findGaps(threeParts, 130)).toEqual([
    { startSeconds: 30, endSeconds: 50 },
    { startSeconds: 80, endSeconds: 90 },
    { startSeconds: 120, endSeconds: 130 },
  ]);
  expect(findGaps(threeParts.slice(2), 120.5)).toEqual([{ startSeconds: 0, endSeconds: 90 }]);
  expect(findGaps([], 60)).toEqual([{ startSeconds: 0, endSeconds: 60 }]);
});

test('an overlap of moments is cut, a real one makes a second lane', () => {
  const [lane, ...others] = arrange([open('a', 0, 31), open('b', 30, 60)], 60);
  expect(lane?.map(({ endSeconds }) => endSeconds)).toEqual([30, 60]);
  expect(others).toEqual([]);
  expect(arrange([open('a', 0, 60), open('b', 30, 60)], 60)).toHaveLength(2);
  expect(arrange([open('a', 0, 60), open('b', 0, 60)], 60)).toHaveLength(2);
});

test('unknown lengths last until what comes next, zero length until it is known', () => {
  expect(arrange([open('a', 0, null), open('b', 40, null)], 60)[0]).toEqual([
    { fileId: 'a', startSeconds: 0, endSeconds: 40 },
    { fileId: 'b', startSeconds: 40, endSeconds: 60 },
  ]);
  const alone = arrange([open('a', 0, null)], 0)[0] ?? [];
  expect(locate(alone, 0)).toMatchObject({ segment: { fileId: 'a' }, seconds: 0 });
});

test('a step goes on as the clock does, and back over a gap as if there were none', () => {
  const step = (fromSeconds: number, bySeconds: number) => stepFrom(threeParts, { fromSeconds, bySeconds });
  expect([step(10, 5), step(28, 5), step(10, -5), step(3, -5)]).toEqual([15, 33, 5, 0]);
  expect([step(52, -5), step(50, -10), step(120, -5)]).toEqual([27, 20, 115]);
  expect(stepFrom(threeParts.slice(1), { fromSeconds: 52, bySeconds: -5 })).toBe(50);
});

const anyFiles = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 100 }),
      length: fc.option(fc.integer({ min: 1, max: 60 })),
    }),
    { maxLength: 9 },
  )
  .map((all) => all.map(({ start, length }, n) => open(`f${n}`, start, length && start + length)));

test('whatever the files: each is on one lane, no lane overlaps itself, and gaps and segments fill the session', () => {
  fc.assert(
    fc.property(anyFiles, (files) => {
      const durationSeconds = Math.max(0, ...files.map(({ endSeconds }) => endSeconds ?? 0));
      const lanes = arrange(files, durationSeconds);
      expect(
        lanes
          .flat()
          .map(({ fileId }) => fileId)
          .toSorted(),
      ).toEqual(files.map(({ fileId }) => fileId).toSorted());
      for (const lane of lanes) {
        for (const [index, segment] of lane.entries()) {
          const next = lane[index + 1];
          if (next) expect(segment.endSeconds).toBeLessThanOrEqual(next.startSeconds);
          expect(segment.endSeconds).toBeGreaterThanOrEqual(segment.startSeconds);
        }
        const sum = [...lane, ...findGaps(lane, durationSeconds)].reduce(
          (total, { startSeconds, endSeconds }) => total + endSeconds - startSeconds,
          0,
        );
        expect(sum).toBe(Math.max(durationSeconds, lane.at(-1)?.endSeconds ?? 0));
      }
    }),
  );
});

test('whatever second is asked for: one lands in a segment, never further back than its end allows', () => {
  fc.assert(
    fc.property(anyFiles, fc.integer({ min: 0, max: 200 }), (files, seconds) => {
      for (const lane of arrange(files, 160)) {
        const landing = locate(lane, seconds);
        if (!landing) throw new Error('a lane has segments');
        expect(landing.seconds).toBeGreaterThanOrEqual(landing.segment.startSeconds);
        expect(landing.seconds).toBeLessThanOrEqual(landing.segment.endSeconds);
        const isHeld = lane.some(
          ({ startSeconds, endSeconds }) => startSeconds <= seconds && seconds < endSeconds,
        );
        if (isHeld) expect(landing.seconds).toBe(seconds);
      }
    }),
  );
});
