import { FileUnreadable } from './errors.ts';

/** How much of a file is looked at to tell text from other bytes. */
const SAMPLE_CHARACTERS = 65_536;
/** A text may have some damaged characters, but not be made of them. */
const MOST_DAMAGED = 0.1;

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so; without that mark. Bytes that are no character become
 * U+FFFD. Throws FileUnreadable for what is not text at all.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const damaged = sample.match(/[\0\uFFFD]/g)?.length ?? 0;
  if (damaged > sample.length * MOST_DAMAGED) throw new FileUnreadable('This file does not hold text.');
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
