import { readVoice } from './cue-speaker.ts';
import { MOST_CHARACTERS, type Parsed, type RawLine } from './parsed.ts';
import { textLines } from './text-lines.ts';
import { parseTimestamp } from './timestamp.ts';

/** Longer than any line that tells times. */
const MOST_TIMING_CHARACTERS = 500;

/** The block that is being read, up to the next blank line. */
interface Block {
  cue: { startSeconds: number; endSeconds: number | null; texts: string[]; length: number } | null;
  /** Something that is not a comment stood before any times. */
  hasStray: boolean;
  /** The header, a comment, a style: nothing of it is shown. */
  isHidden: boolean;
}

/**
 * The cues of a WebVTT file in the order they stand in. Blocks without times, and damaged times, are unreadable; a missing
 * blank line between two cues, or a missing header, damages nothing.
 */
export function* parseVtt(text: string): Generator<Parsed<RawLine>> {
  let block = emptyBlock();
  let isFirst = true;
  for (const line of textLines(text)) {
    const timing = parseTiming(line);
    if (timing) {
      yield closeBlock(block, { isCutByNextCue: true });
      block = { ...emptyBlock(), cue: { ...timing, texts: [], length: 0 } };
    } else if (line.trim() === '') {
      yield closeBlock(block, { isCutByNextCue: false });
      block = emptyBlock();
    } else addTo(block, { line, isFirst });
    isFirst = false;
    yield undefined;
  }
  yield closeBlock(block, { isCutByNextCue: false });
}

function emptyBlock(): Block {
  return { cue: null, hasStray: false, isHidden: false };
}

function addTo(block: Block, { line, isFirst }: { line: string; isFirst: boolean }): void {
  const { cue } = block;
  if (cue) {
    if (cue.length < MOST_CHARACTERS) cue.texts.push(line.slice(0, MOST_CHARACTERS - cue.length));
    cue.length += line.length + 1;
    return;
  }
  const isHidden = isFirst ? /^WEBVTT(\s|$)/.test(line) : /^(NOTE|STYLE|REGION)(\s|$)/.test(line);
  if (!block.hasStray && isHidden) block.isHidden = true;
  if (!block.isHidden) block.hasStray = true;
}

function closeBlock(block: Block, { isCutByNextCue }: { isCutByNextCue: boolean }): Parsed<RawLine> {
  const { cue } = block;
  // What stands right before times is the name of that cue.
  if (!cue) return block.hasStray && !isCutByNextCue ? 'unreadable' : undefined;
  // Without a blank line between them, the number of the next cue looks like a text of this one.
  const isNumbered = isCutByNextCue && /^\d+$/.test(cue.texts.at(-1)?.trim() ?? '');
  const text = decodeEntities((isNumbered ? cue.texts.slice(0, -1) : cue.texts).join('\n').trim());
  if (text === '') return undefined;
  const { startSeconds, endSeconds } = cue;
  return { startSeconds, endSeconds, ...(readVoice(text) ?? { speaker: null, text }) };
}

/** `00:00:03.120 --> 00:00:06.480`, perhaps with settings of the cue after it. An end before the start is no end. */
function parseTiming(line: string): { startSeconds: number; endSeconds: number | null } | null {
  if (!line.includes('-->') || line.length > MOST_TIMING_CHARACTERS) return null;
  const [left = '', right] = line.split('-->');
  const startSeconds = parseTimestamp(left.trim());
  const endSeconds = parseTimestamp(right?.trim().split(/\s/)[0] ?? '');
  if (startSeconds === null || endSeconds === null) return null;
  return { startSeconds, endSeconds: endSeconds < startSeconds ? null : endSeconds };
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

/** The six that WebVTT knows (w3.org/TR/webvtt1, 3.5), once: the result is text, whatever it looks like. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities[entity] ?? entity);
}
