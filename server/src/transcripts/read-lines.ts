import type { Line, LinesKind, SpeakerSpan } from '../contract/index.ts';
import { readPrefix } from './cue-speaker.ts';
import { decodeText } from './decode-text.ts';
import { FileUnreadable } from './errors.ts';
import { inSlices } from './in-slices.ts';
import { parseChat } from './parse-chat.ts';
import { parseTimeline, type TimelineEntry } from './parse-timeline.ts';
import { parseVtt } from './parse-vtt.ts';
import type { Parsed, RawLine } from './parsed.ts';
import { toSpans } from './speaker-spans.ts';

/** Lines, or entries of a timeline, that one file may have: some days of talk. What comes after them is left out. */
const MOST_ITEMS = 200_000;

/** A side file as it came, and how long the recording is (null: unknown), in seconds. */
export interface SideFile {
  bytes: Uint8Array;
  durationSeconds: number | null;
  signal: AbortSignal;
}

/**
 * The lines of a transcript, of captions or of a chat. Damaged ones are left out and counted. Long files are read in slices, between
 * which others have their turn.
 *
 * @throws FileUnreadable when nothing of it can be read, or the signal's reason.
 */
export async function readLines(
  kind: LinesKind,
  { bytes, durationSeconds, signal }: SideFile,
): Promise<{ lines: Line[]; unreadable: number }> {
  const text = decodeText(bytes);
  const steps = kind === 'chat' ? parseChat(text, durationSeconds) : parseVtt(text);
  const { items, unreadable } = await collect(steps, signal);
  if (items.length === 0 && unreadable > 0) throw new FileUnreadable(`This file holds no ${WORDS[kind]}.`);
  const named = kind === 'chat' ? items : withSpeakers(kind, inOrder(items));
  return { lines: named.map(toLine), unreadable };
}

/** Who spoke when, of a timeline; @throws as `readLines` does. */
export async function readSpans({
  bytes,
  durationSeconds,
  signal,
}: SideFile): Promise<{ spans: SpeakerSpan[]; unreadable: number }> {
  const text = decodeText(bytes);
  const { items, unreadable } = await collect<TimelineEntry>(parseTimeline(text), signal);
  const isEmptyTimeline = /"timeline(_refine)?"\s*:\s*(\[\s*\]|null)/.test(text.slice(0, 1000));
  if (items.length === 0 && !isEmptyTimeline)
    throw new FileUnreadable('This file holds no timeline of speakers.');
  const own = items.filter(({ array }) => array === 'timeline');
  return { spans: toSpans(own.length > 0 ? own : items, durationSeconds), unreadable };
}

const WORDS: Readonly<Record<LinesKind, string>> = {
  transcript: 'lines of a transcript',
  captions: 'captions',
  chat: 'messages',
};

async function collect<Item extends object>(steps: Iterable<Parsed<Item>>, signal: AbortSignal) {
  const items: Item[] = [];
  let unreadable = 0;
  const take = (step: Parsed<Item>) => {
    if (step === undefined) return;
    if (step === 'unreadable' || items.length >= MOST_ITEMS) unreadable += 1;
    else items.push(step);
  };
  await inSlices(steps, { take, signal });
  return { items, unreadable };
}

/** Part by part: of each line of a library, a spread is felt. */
function toLine({ startSeconds, endSeconds, speaker, text }: RawLine, index: number): Line {
  return { index, startSeconds, endSeconds, speaker, text };
}

/** By time; cues that begin together stay as they stand. */
function inOrder(lines: readonly RawLine[]): readonly RawLine[] {
  const isBefore = (line: RawLine, at: number) =>
    (lines[at - 1]?.startSeconds ?? 0) <= (line.startSeconds ?? 0);
  if (lines.every(isBefore)) return lines;
  return lines.toSorted((a, b) => (a.startSeconds ?? 0) - (b.startSeconds ?? 0));
}

/**
 * Zoom writes a speaker as `Name: ` before the text (zoom-api.md 6). In captions, which seldom have speakers, a colon is more likely
 * part of the sentence: there it counts only when most cues begin so.
 */
function withSpeakers(kind: LinesKind, lines: readonly RawLine[]): readonly RawLine[] {
  const prefixed = lines.map(({ speaker, text }) => (speaker === null ? readPrefix(text) : undefined));
  const count = prefixed.filter(Boolean).length;
  if (kind === 'captions' && count <= lines.length / 2) return lines;
  return lines.map((line, index) => {
    const { startSeconds, endSeconds } = line;
    const { speaker, text } = prefixed[index] ?? line;
    return { startSeconds, endSeconds, speaker, text };
  });
}
