import { readVoice } from './cue-speaker.ts';
import { MOST_CHARACTERS, type Parsed, type RawLine } from './parsed.ts';
import { createLineFinder } from './text-lines.ts';
import { parseTimestamp } from './timestamp.ts';

/** Longer than any line that tells times. */
const MOST_TIMING_CHARACTERS = 500;

/** A step is so many lines, or a cue. */
const LINES_OF_STEP = 32;

const TIME = String.raw`(\d\d):([0-5]\d):([0-5]\d)\.(\d{3})`;
const USUAL_CUE = new RegExp(
  String.raw`(?:\d{1,6}\r?\n)?${TIME} --> ${TIME}\r?\n([^\r\n]{1,1000})\r?\n(?:\r?\n|$)`,
  'y',
);

/** In seconds. */
interface Timing {
  startSeconds: number;
  endSeconds: number;
}

/** The block that is being read, up to the next blank line. */
interface Block {
  cue: (Timing & { texts: string[]; length: number }) | null;
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
  const lineAt = createLineFinder(text);
  let block = emptyBlock();
  let count = 0;
  for (let at = 0; at < text.length; count += 1) {
    const usual = isEmpty(block) ? readUsual(text, at) : null;
    if (usual) {
      at = usual.next;
      yield usual.cue;
      continue;
    }
    const { line, next } = lineAt(at);
    const timing = parseTiming(line);
    if (timing) {
      yield closeBlock(block, { isCutByNextCue: true });
      block = { ...emptyBlock(), cue: { ...timing, texts: [], length: 0 } };
    } else if (line.trim() === '') {
      yield closeBlock(block, { isCutByNextCue: false });
      block = emptyBlock();
    } else addTo(block, { line, isFirst: at === 0 });
    at = next;
    if (count % LINES_OF_STEP === 0) yield undefined;
  }
  yield closeBlock(block, { isCutByNextCue: false });
}

/**
 * The cue that begins here, if it is written as Zoom writes nearly all of them: perhaps a number, two whole times, one line of text, a blank
 * line. Read at once it takes a fifth of the time; whatever else stands here is read line by line.
 */
function readUsual(text: string, at: number): { cue: Parsed<RawLine>; next: number } | null {
  USUAL_CUE.lastIndex = at;
  const found = USUAL_CUE.exec(text);
  const spoken = found?.[9] ?? '';
  if (!found || spoken.includes('-->') || spoken.trim() === '') return null;
  const [startSeconds, endSeconds] = [secondsAt(found, 1), secondsAt(found, 5)];
  const cue = toCue({ startSeconds, endSeconds, text: spoken });
  return { cue, next: USUAL_CUE.lastIndex };
}

/** A time whose four parts were found from this group on. */
function secondsAt(found: RegExpExecArray, group: number): number {
  const part = (offset: number) => Number(found[group + offset]);
  return ((part(0) * 3600 + part(1) * 60 + part(2)) * 1000 + part(3)) / 1000;
}

function isEmpty({ cue, hasStray, isHidden }: Block): boolean {
  return !cue && !hasStray && !isHidden;
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
  return toCue({ ...cue, text: (isNumbered ? cue.texts.slice(0, -1) : cue.texts).join('\n') });
}

/** An end before the start is no end; a cue without text is none. */
function toCue({ startSeconds, endSeconds, text: raw }: Timing & { text: string }): Parsed<RawLine> {
  const text = decodeEntities(raw.trim());
  if (text === '') return undefined;
  const voice = readVoice(text);
  return {
    startSeconds,
    endSeconds: endSeconds < startSeconds ? null : endSeconds,
    speaker: voice?.speaker ?? null,
    text: voice?.text ?? text,
  };
}

/** `00:00:03.120 --> 00:00:06.480`, perhaps with settings of the cue after it. */
function parseTiming(line: string): Timing | null {
  if (!line.includes('-->') || line.length > MOST_TIMING_CHARACTERS) return null;
  const [left = '', right] = line.split('-->');
  const startSeconds = parseTimestamp(left.trim());
  const endSeconds = parseTimestamp(right?.trim().split(/\s/)[0] ?? '');
  if (startSeconds === null || endSeconds === null) return null;
  return { startSeconds, endSeconds };
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
  if (!text.includes('&')) return text;
  return text.replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities[entity] ?? entity);
}
