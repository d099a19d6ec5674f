import type { LinesKind, TextLines } from '@matinee/server/contract';

/** One line of a side file on the session's clock, as text and never as markup. */
export interface SessionLine {
  /** The line's own name in its list, the same at every reading. */
  key: string;
  kind: LinesKind | 'timeline';
  /** Seconds on the session's clock; null where the file tells no time. */
  seconds: number | null;
  speaker: string | null;
  text: string;
}

/**
 * The lines of several files of one kind (segments of a session that was stopped and started again) in the order of the session's
 * clock. A line without a time stays behind the one before it. The same moment twice: the earlier file first.
 * @param offsetOf seconds of the session's clock at which a file begins.
 */
export function toSessionLines(
  files: readonly TextLines[],
  offsetOf: (fileId: string) => number,
): SessionLine[] {
  const placed = files.flatMap((file) => placeLines(file, offsetOf(file.fileId)));
  return placed.toSorted((a, b) => a.place - b.place).map(({ line }) => line);
}

function placeLines({ fileId, kind, lines }: TextLines, offset: number) {
  let place = offset;
  return lines.map(({ index, startSeconds, speaker, text }) => {
    const seconds = startSeconds === null ? null : startSeconds + offset;
    place = seconds ?? place;
    return { place, line: { key: `${fileId}:${index}`, kind, seconds, speaker, text } };
  });
}
