import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A line as it is kept; seconds from its file's own start. */
export interface KeptLine {
  startSeconds: number | null;
  endSeconds: number | null;
  speaker: string | null;
  text: string;
}

/**
 * Hardly larger than with zlib's usual settings, in half the time: a quick level, and tables for some kilobytes, which for each file are
 * made ready anew.
 */
const DEFLATE = { level: 3, windowBits: 14, memLevel: 7 };

type Packed = [speakers: string[], times: (number | null)[], texts: string[]];

/** The lines of one file, small: names once, and times apart from texts, as alike things pack best together. */
export function packLines(lines: readonly KeptLine[]): Buffer {
  const speakers = new Map<string, number>();
  const times: (number | null)[] = [];
  for (const { startSeconds, endSeconds, speaker } of lines) {
    if (speaker !== null && !speakers.has(speaker)) speakers.set(speaker, speakers.size);
    times.push(startSeconds, endSeconds, speaker === null ? null : (speakers.get(speaker) ?? null));
  }
  const packed: Packed = [[...speakers.keys()], times, lines.map(({ text }) => text)];
  return deflateRawSync(JSON.stringify(packed), DEFLATE);
}

/** The lines that were packed. Throws when these bytes are no pack. */
export function unpackLines(bytes: Uint8Array): KeptLine[] {
  // Nobody but packLines writes them.
  const [speakers, times, texts] = JSON.parse(inflateRawSync(bytes).toString('utf8')) as Packed;
  return texts.map((text, index) => {
    const [startSeconds = null, endSeconds = null, speaker = null] = times.slice(index * 3, index * 3 + 3);
    return { startSeconds, endSeconds, speaker: speaker === null ? null : (speakers[speaker] ?? null), text };
  });
}
