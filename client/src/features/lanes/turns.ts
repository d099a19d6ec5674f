import type { TimelineSpans } from '@matinee/server/contract';
import type { Span } from '../../lib/session-clock/timeline.ts';

/** One person speaks, on the session's clock. */
export interface Turn {
  key: string;
  speaker: string;
  startSeconds: number;
  endSeconds: number;
}

/** Zoom's timeline has an entry every half second at most: a shorter silence is a breath. */
const breathSeconds = 0.6;

/**
 * Who spoke when, person by person: several at once have a turn each, and spans that follow one another are one turn. In the order of
 * the session's clock.
 * @param spanOf where a timeline file lies on the session's clock; its end closes a turn whose own end is unknown.
 */
export function toTurns(files: readonly TimelineSpans[], spanOf: (fileId: string) => Span): Turn[] {
  const turns = files.flatMap((file) => turnsOfFile(file, spanOf(file.fileId)));
  return turns.toSorted((a, b) => a.startSeconds - b.startSeconds || a.speaker.localeCompare(b.speaker));
}

function turnsOfFile({ fileId, spans }: TimelineSpans, file: Span): Turn[] {
  const turns: Turn[] = [];
  const open = new Map<string, Turn>();
  for (const [index, span] of spans.entries()) {
    const startSeconds = file.startSeconds + span.startSeconds;
    const endSeconds =
      span.endSeconds === null
        ? Math.max(startSeconds, file.endSeconds ?? 0)
        : file.startSeconds + span.endSeconds;
    for (const speaker of new Set(span.speakers.map(({ name }) => name))) {
      const before = open.get(speaker);
      if (before && startSeconds - before.endSeconds <= breathSeconds) {
        before.endSeconds = Math.max(before.endSeconds, endSeconds);
        continue;
      }
      const turn = { key: `${fileId}:${index}:${speaker}`, speaker, startSeconds, endSeconds };
      open.set(speaker, turn);
      turns.push(turn);
    }
  }
  return turns;
}

/** How long each person spoke, who spoke most first. `share` is of all that was spoken, 0 to 1. */
export function toShares(turns: readonly Turn[]): { speaker: string; seconds: number; share: number }[] {
  const seconds = new Map<string, number>();
  for (const turn of turns) {
    seconds.set(turn.speaker, (seconds.get(turn.speaker) ?? 0) + turn.endSeconds - turn.startSeconds);
  }
  const all = [...seconds.values()].reduce((sum, value) => sum + value, 0);
  const shares = Array.from(seconds, ([speaker, spoken]) => ({
    speaker,
    seconds: spoken,
    share: all === 0 ? 0 : spoken / all,
  }));
  return shares.toSorted((a, b) => b.seconds - a.seconds);
}
