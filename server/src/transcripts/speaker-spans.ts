import type { SpeakerSpan } from '../contract/index.ts';
import type { Speaker, TimelineEntry } from './parse-timeline.ts';

/**
 * Who spoke from when to when: each entry holds until the next. Entries of the same people that follow one another are one
 * span; the last one ends with the file, `durationSeconds`, if that is known.
 */
export function toSpans(entries: readonly TimelineEntry[], durationSeconds: number | null): SpeakerSpan[] {
  const turns: Turn[] = [];
  for (const { atSeconds, speakers } of entries.toSorted((a, b) => a.atSeconds - b.atSeconds)) {
    const turn = { startSeconds: atSeconds, speakers: withoutDoubles(speakers) };
    const before = turns.at(-1);
    if (before && isSame(before, turn)) continue;
    // Of two entries for one moment the later one holds.
    if (before?.startSeconds === atSeconds) turns.pop();
    turns.push(turn);
  }
  return turns.flatMap((turn, index) => {
    const endSeconds = turns[index + 1]?.startSeconds ?? endAfter(turn, durationSeconds);
    return turn.speakers.length === 0 ? [] : [{ ...turn, endSeconds }];
  });
}

interface Turn {
  startSeconds: number;
  speakers: Speaker[];
}

function isSame(one: Turn, other: Turn): boolean {
  return JSON.stringify(one.speakers) === JSON.stringify(other.speakers);
}

function endAfter({ startSeconds }: Turn, durationSeconds: number | null): number | null {
  return durationSeconds !== null && durationSeconds > startSeconds ? durationSeconds : null;
}

/** In one order, so that the same people are the same. */
function withoutDoubles(speakers: readonly Speaker[]): Speaker[] {
  const byKey = new Map(speakers.map((speaker) => [JSON.stringify([speaker.name, speaker.userId]), speaker]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}
