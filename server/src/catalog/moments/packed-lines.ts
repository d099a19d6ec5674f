import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A line as it is kept; seconds from its file's own start, to the millisecond. */
export interface KeptLine {
  startSeconds: number | null;
  endSeconds: number | null;
  speaker: string | null;
  text: string;
}

/**
 * Hardly larger than with zlib's usual settings, in half the time: a quick level, and tables and room for some kilobytes, which for each
 * file are made ready anew.
 */
const DEFLATE = { level: 3, windowBits: 14, memLevel: 7, chunkSize: 8192 };

/** Three numbers for each line: milliseconds from the start before to its own, from that to its end, and its speaker's place. */
type Packed = [format: 2, speakers: string[], steps: (number | null)[], texts: string[]];
/** As it was at first: seconds of each start and end from the file's own start. */
type FirstPacked = [speakers: string[], times: (number | null)[], texts: string[]];

/** The lines of one file, small: names once, and times apart from texts, as alike things pack best together. */
export function packLines(lines: readonly KeptLine[]): Buffer {
  const speakers = new Map<string, number>();
  const steps: (number | null)[] = [];
  let last = 0;
  for (const { startSeconds, endSeconds, speaker } of lines) {
    if (speaker !== null && !speakers.has(speaker)) speakers.set(speaker, speakers.size);
    const start = toMs(startSeconds);
    const end = toMs(endSeconds);
    const base = start ?? last;
    steps.push(start === null ? null : start - last, end === null ? null : end - base);
    steps.push(speaker === null ? null : (speakers.get(speaker) ?? null));
    last = base;
  }
  const packed: Packed = [2, [...speakers.keys()], steps, lines.map(({ text }) => text)];
  return deflateRawSync(JSON.stringify(packed), DEFLATE);
}

/** The lines that were packed. Throws when these bytes are no pack. */
export function unpackLines(bytes: Uint8Array): KeptLine[] {
  // Nobody but packLines, of this version or the one before, writes them.
  const packed = JSON.parse(inflateRawSync(bytes).toString('utf8')) as Packed | FirstPacked;
  return packed.length === 3 ? unpackFirst(packed) : unpack(packed);
}

function unpack([, speakers, steps, texts]: Packed): KeptLine[] {
  let last = 0;
  return texts.map((text, index) => {
    const [toStart = null, toEnd = null, speaker = null] = steps.slice(index * 3, index * 3 + 3);
    last += toStart ?? 0;
    return {
      startSeconds: toStart === null ? null : last / 1000,
      endSeconds: toEnd === null ? null : (last + toEnd) / 1000,
      speaker: speaker === null ? null : (speakers[speaker] ?? null),
      text,
    };
  });
}

function unpackFirst([speakers, times, texts]: FirstPacked): KeptLine[] {
  return texts.map((text, index) => {
    const [startSeconds = null, endSeconds = null, speaker = null] = times.slice(index * 3, index * 3 + 3);
    return { startSeconds, endSeconds, speaker: speaker === null ? null : (speakers[speaker] ?? null), text };
  });
}

function toMs(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 1000);
}
