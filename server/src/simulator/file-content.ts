import { readFileSync } from 'node:fs';
import { spokenText } from './spoken-text.ts';
import { syntheticSlice } from './synthetic-bytes.ts';

/** What a simulated file holds. `missing` is a file that Zoom has not finished making. */
export type FileContent =
  | { kind: 'synthetic'; seed: number; sizeBytes: number }
  | { kind: 'demo-media'; name: string }
  | { kind: 'bytes'; bytes: Buffer }
  /** A transcript, made as it is opened. */
  | { kind: 'spoken'; seed: number; words: number }
  | { kind: 'missing' };

/** A body that can be read from anywhere: `slice` gives at least one byte of [start, end), perhaps not all of it. */
export interface Body {
  sizeBytes: number;
  slice(start: number, end: number): Buffer;
}

const DEMO_MEDIA = new URL('../../demo-media/', import.meta.url);
const demoMedia = new Map<string, Buffer>();

/** Opens a file's content for reading; `missing` is empty. Throws when a named demo medium does not exist. */
export function openContent(content: FileContent): Body {
  if (content.kind === 'missing') return bodyOf(Buffer.alloc(0));
  if (content.kind === 'bytes') return bodyOf(content.bytes);
  if (content.kind === 'demo-media') return bodyOf(readDemoMedia(content.name));
  if (content.kind === 'spoken') return bodyOf(spokenText(content));
  const { seed, sizeBytes } = content;
  return { sizeBytes, slice: (start, end) => syntheticSlice({ seed, sizeBytes, start, end }) };
}

/** A body over bytes in memory. */
export function bodyOf(bytes: Buffer | string): Body {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return { sizeBytes: buffer.length, slice: (start, end) => buffer.subarray(start, end) };
}

/** The file of that name in server/demo-media, kept in memory once read (all of them together stay under 8 MB). */
export function readDemoMedia(name: string): Buffer {
  const known = demoMedia.get(name);
  if (known) return known;
  const bytes = readFileSync(new URL(name, DEMO_MEDIA));
  demoMedia.set(name, bytes);
  return bytes;
}
