import type { FileLines, LinesKind, RecordingFile } from '../contract/index.ts';
import { FileUnreadable, NoLines } from './errors.ts';
import { readLines, readSpans } from './read-lines.ts';

/** A file with the session that it is named after, as the byte path wants it. */
export interface NamedFile {
  file: RecordingFile;
  session: { zoomId: string; name: string | null; startTime: string | null };
}

/** Fetches all bytes of a file; null when there are more than `mostBytes`. Throws what the byte path throws. */
export type ReadBytes = (
  file: NamedFile,
  options: { mostBytes: number; urgency: 'person' | 'background'; signal: AbortSignal },
) => Promise<Buffer | null>;

/** Side files are seldom larger than a megabyte. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** A side file that is here. */
export interface FetchedFile {
  fileId: string;
  kind: LinesKind | 'timeline';
  durationSeconds: number | null;
  bytes: Uint8Array;
}

interface ReadOptions {
  readBytes: ReadBytes;
  urgency: 'person' | 'background';
  signal: AbortSignal;
}

/**
 * A side file as the lanes beside a video show it, and as it is indexed: parsed in one place alone.
 *
 * @throws NoLines for kinds without lines, FileUnreadable, what the byte path throws, the signal's reason.
 */
export async function readFileLines(named: NamedFile, options: ReadOptions): Promise<FileLines> {
  return parseFile(await fetchFile(named, options), options.signal);
}

/** Has a side file fetched. Throws NoLines, FileUnreadable when it is too large, what the byte path throws, the signal's reason. */
export async function fetchFile(
  named: NamedFile,
  { readBytes, urgency, signal }: ReadOptions,
): Promise<FetchedFile> {
  const { file } = named;
  const kind = linesKind(file);
  const bytes = await readBytes(named, { mostBytes: MOST_BYTES, urgency, signal });
  if (bytes === null) throw new FileUnreadable('This file is larger than 32 MiB, too large to be read here.');
  return { fileId: file.id, kind, durationSeconds: durationOf(file), bytes };
}

/** The lines of a side file that was fetched. Throws FileUnreadable, or the signal's reason. */
export async function parseFile(
  { fileId, kind, ...sideFile }: FetchedFile,
  signal: AbortSignal,
): Promise<FileLines> {
  return kind === 'timeline'
    ? { fileId, kind, ...(await readSpans({ ...sideFile, signal })) }
    : { fileId, kind, ...(await readLines(kind, { ...sideFile, signal })) };
}

function linesKind({ kind }: RecordingFile): LinesKind | 'timeline' {
  if (kind === 'transcript' || kind === 'captions' || kind === 'chat' || kind === 'timeline') return kind;
  throw new NoLines('Only transcripts, captions, chats and timelines have lines.');
}

function durationOf({ startTime, endTime }: RecordingFile): number | null {
  if (startTime === null || endTime === null) return null;
  const seconds = (Date.parse(endTime) - Date.parse(startTime)) / 1000;
  return seconds > 0 ? seconds : null;
}
