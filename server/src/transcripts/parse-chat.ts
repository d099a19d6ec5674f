import { MOST_CHARACTERS, type Parsed, type RawLine } from './parsed.ts';
import { textLines } from './text-lines.ts';
import { parseTimestamp } from './timestamp.ts';

interface Message extends RawLine {
  /** `wall`: the time may be that of a clock on the wall, as chats saved on a participant's computer have it. */
  clock: 'recording' | 'wall';
}

/**
 * The messages of a chat (zoom-api.md 6): `HH:MM:SS<TAB>Name:<TAB>text`, or `HH:MM:SS From X to Everyone: text` with the text
 * perhaps on the next line. Raw lines belong to the message before them; before any message, each is a line without
 * time. Times of the second layout that lie behind the end of the recording are of another clock, and left out.
 */
export function* parseChat(text: string, durationSeconds: number | null): Generator<Parsed<RawLine>> {
  let open: Message | null = null;
  for (const line of textLines(text)) {
    const message = parseMessage(line);
    if (message) {
      yield close(open, durationSeconds);
      open = message;
    } else if (isDamaged(line)) yield 'unreadable';
    else if (open) open.text = `${open.text}\n${line}`.slice(0, MOST_CHARACTERS);
    else if (line.trim() !== '') yield plainLine(line);
    yield undefined;
  }
  yield close(open, durationSeconds);
}

function parseMessage(line: string): Message | null {
  const found = /^\s?(\d{1,5}:\d{2}:\d{2}(?:\.\d{1,3})?)[\t ](?=\S|\s+From\s)/.exec(line);
  const startSeconds = found ? parseTimestamp(found[1] ?? '') : null;
  if (!found || startSeconds === null) return null;
  const rest = line.slice(found[0].length, found[0].length + MOST_CHARACTERS);
  const tab = rest.indexOf('\t');
  const times = { startSeconds, endSeconds: null };
  if (/^\s*From\s/.test(rest)) return parseSaved(rest.trim(), times);
  if (tab < 0 || line[found[0].length - 1] !== '\t') return null;
  const speaker = nameIn(rest.slice(0, tab));
  return { ...times, clock: 'recording', speaker, text: rest.slice(tab + 1) };
}

/** `From Ada Moreau to Everyone: Hello`, or without a receiver, `From Ada Moreau : Hello`. */
function parseSaved(rest: string, times: Pick<RawLine, 'startSeconds' | 'endSeconds'>): Message | null {
  const colon = rest.indexOf(':');
  if (colon < 0) return null;
  const [speaker = ''] = rest.slice('From'.length, colon).split(/\sto\s/i);
  return { ...times, clock: 'wall', speaker: nameIn(speaker), text: rest.slice(colon + 1) };
}

function nameIn(text: string): string | null {
  const name = text.trim().replace(/:$/, '').trim();
  return name === '' ? null : name;
}

/** Bytes that are no text, where a line should be. */
function isDamaged(line: string): boolean {
  return line.includes('\0') || (line.match(/\uFFFD/g)?.length ?? 0) > line.length / 2;
}

function plainLine(line: string): RawLine {
  const text = line.trim().slice(0, MOST_CHARACTERS);
  return { startSeconds: null, endSeconds: null, speaker: null, text };
}

function close(message: Message | null, durationSeconds: number | null): RawLine | undefined {
  if (!message) return undefined;
  const { clock, startSeconds, endSeconds, speaker } = message;
  const isElsewhere =
    clock === 'wall' && durationSeconds !== null && startSeconds !== null && startSeconds > durationSeconds;
  const text = message.text.trim();
  return text === ''
    ? undefined
    : { startSeconds: isElsewhere ? null : startSeconds, endSeconds, speaker, text };
}
