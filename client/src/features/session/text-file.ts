import { readFileStart } from '../../lib/file-start.ts';

/** The beginning of a text file, ready to be shown as text. */
export interface TextStart {
  text: string;
  shownBytes: number;
  totalBytes: number | null;
  isWhole: boolean;
}

/** More than a three hour transcript; a page stays quick with it. */
export const shownLimitBytes = 256 * 1024;

/** Reads the beginning of a text file as UTF-8, a damaged byte as `�`, a character cut by the limit left out. Throws ProblemError. */
export async function readTextStart(path: string, signal: AbortSignal): Promise<TextStart> {
  const { bytes, totalBytes } = await readFileStart(path, { maxBytes: shownLimitBytes, signal });
  const isWhole = totalBytes === null ? bytes.length < shownLimitBytes : bytes.length >= totalBytes;
  const text = new TextDecoder('utf-8').decode(bytes, { stream: !isWhole });
  return { text, shownBytes: bytes.length, totalBytes, isWhole };
}
