import type { Content } from './content.ts';

export type Progress = ReturnType<typeof createProgress>;

/** How far the reading of a content has come: positions in the file, in bytes. */
export function createProgress(options: { content: Content; listedSizeBytes: number | null }) {
  const { content, listedSizeBytes } = options;
  let position = content.first;
  let end = content.length === null ? null : content.first + content.length;
  return {
    get position() {
      return position;
    },
    /** The position after the last promised byte; null while nobody has told it. */
    get end() {
      return end;
    },
    /** The part of a chunk that begins at `at` which the reader has not got yet and was promised; counts it as given. */
    take(chunk: Buffer, at: number): Buffer {
      const from = Math.max(0, position - at);
      const to = end === null ? chunk.length : Math.max(from, Math.min(chunk.length, end - at));
      position += Math.max(0, to - from);
      return from === 0 && to === chunk.length ? chunk : chunk.subarray(from, to);
    },
    /** Whether bytes at this position are more than was promised. */
    isPast: (at: number) => end !== null && at > end,
    /** A later answer told the size that the first one did not. */
    learnTotal(total: number): void {
      end ??= total;
    },
    /** Without any told length the list's size decides, and without that a body that ended well. */
    isWhole({ endedWell }: { endedWell: boolean }): boolean {
      const expected = end ?? listedSizeBytes;
      return expected === null ? endedWell : position === expected;
    },
  };
}
