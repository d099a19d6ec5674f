import type { MediaFile } from './media-file.ts';

/** Most file systems allow 255 bytes; this leaves room for what people and browsers add, like ` (1)`. One is for an underscore. */
const mostBytes = 180;

/** Device names of Windows, with or without an extension, in any case. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/**
 * Controls, what reverses or hides text (bidi marks, zero-width characters, tags), line separators, private and unassigned
 * characters that fonts draw as nothing, lone surrogates, and what Windows forbids. The two joiners stay: scripts and emoji
 * need them.
 */
const forbidden = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*\uFFFD]/gu;

/**
 * The name a file is saved under, like `2026-03-04 14.05 orchid-triage-0412 - Gallery view - e5db37d6.mp4` (UTC): safe on
 * Windows, macOS and Linux, at most 180 bytes in UTF-8, and different for each file of a session.
 */
export function toFileName({ file, session }: MediaFile, extension: string): string {
  const id = file.id.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 8);
  const tail = [toSafeText(file.label), id]
    .filter(Boolean)
    .map((part) => ` - ${part}`)
    .join('');
  const ending = `${cut(tail, 90)}.${extension}`;
  const stem = toStem({ ...session, startTime: session.startTime ?? file.startTime });
  return keepFromDevices(`${cutToName(stem, mostBytes - 1 - Buffer.byteLength(ending))}${ending}`);
}

/** The name of a session as a folder or, with an ending of at most 4 bytes, as a file; as safe as that of a file. */
export function toSessionName(session: NamedSession, bytes = mostBytes - 5): string {
  return keepFromDevices(cutToName(toStem(session), bytes));
}

type NamedSession = Pick<MediaFile['session'], 'name' | 'startTime'>;

function toStem({ name, startTime }: NamedSession): string {
  const title = toSafeText(name ?? '') || 'Untitled session';
  return [toStart(startTime), title].filter(Boolean).join(' ');
}

function cutToName(text: string, bytes: number): string {
  return trimEnds(cut(text, bytes));
}

function keepFromDevices(name: string): string {
  return reserved.test(name) ? `_${name}` : name;
}

/** Any text → text that may stand in a file name. Empty when nothing of it may. */
export function toSafeText(text: string): string {
  const clean = text.normalize('NFC').replaceAll(forbidden, ' ').replaceAll(/\s+/gu, ' ');
  return trimEnds(clean);
}

/** Windows drops dots and spaces at the end; a dot in front hides a file elsewhere. */
function trimEnds(text: string): string {
  return text.replaceAll(/^[\s.]+|[\s.]+$/gu, '');
}

/** Cuts at whole characters as people see them, so that no accent or emoji is torn. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (Buffer.byteLength(kept + segment) > bytes) return kept;
    kept += segment;
  }
  return kept;
}

/** `2026-03-04T14:05:11Z` → `2026-03-04 14.05`; colons cannot stand in a file name. */
function toStart(time: string | null): string {
  if (time === null || Number.isNaN(Date.parse(time))) return '';
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
}
