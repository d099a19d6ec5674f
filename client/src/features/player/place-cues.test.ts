import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCuePlacer } from './place-cues.ts';

/** A track as a browser keeps it, as far as cues go. */
function testTrack(times: readonly [start: number, end: number][]) {
  // Only the times of a cue are looked at; jsdom has none of its own.
  const cues = times.map(([startTime, endTime]) => ({ startTime, endTime })) as TextTrackCue[];
  const track = {
    // A list of the browser's is more than can be gone through, which is all that is done with it.
    get cues() {
      return cues as unknown as TextTrackCueList;
    },
    addCue: (cue: TextTrackCue) => void cues.push(cue),
    removeCue: (cue: TextTrackCue) => void cues.splice(cues.indexOf(cue), 1),
  };
  const read = () =>
    cues.map(({ startTime, endTime }) => [startTime, endTime]).toSorted(([a = 0], [b = 0]) => a - b);
  return { track, read };
}

test('cues are moved with the picture, and those before it come back when another picture holds them', () => {
  const { track, read } = testTrack([
    [1, 4],
    [18, 22],
    [30, 33],
  ]);
  const placer = createCuePlacer(track);
  placer.place(-20);
  expect(read()).toEqual([
    [0, 2],
    [10, 13],
  ]);
  placer.place(5);
  expect(read()).toEqual([
    [6, 9],
    [23, 27],
    [35, 38],
  ]);
});

test('wherever a text was laid before, it lies where it is laid last', () => {
  const cue = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 9 }));
  const shift = fc.integer({ min: -100, max: 100 });
  fc.assert(
    fc.property(
      fc.uniqueArray(cue, { selector: ([at]) => at }),
      fc.array(shift),
      shift,
      (cues, before, last) => {
        const times = cues.map(([at, length]): [number, number] => [at, at + length]);
        const [moved, fresh] = [testTrack(times), testTrack(times)];
        const placer = createCuePlacer(moved.track);
        for (const seconds of [...before, last]) placer.place(seconds);
        createCuePlacer(fresh.track).place(last);
        expect(moved.read()).toEqual(fresh.read());
        expect(moved.read()).toHaveLength(times.filter(([, end]) => end + last > 0).length);
      },
    ),
  );
});
