import type { MomentFile, MomentKind } from '../catalog/moments/moment-files.ts';
import type { SpokenWork } from '../catalog/moments/spoken-work.ts';
import type { RecordingFile, Session } from '../contract/index.ts';
import { ZoomError } from '../zoom/errors.ts';
import { type FetchedFile, fetchFile, type ReadBytes } from './file-lines.ts';
import { holdOf } from './index-hold.ts';
import { toReason } from './reason.ts';

export interface FetchSessionDeps {
  readBytes: ReadBytes;
  now: () => number;
}

/** A session whose words are due, as the catalog has it (null: no more), and what is known of its files of words. */
export interface DueSession {
  work: SpokenWork;
  session: Session | null;
  known: readonly MomentFile[];
}

/** A file of words that was fetched, or why it could not be; `stamp` names its version. */
export interface FetchedWords {
  fileId: string;
  kind: MomentKind;
  stamp: string;
  content: FetchedFile | { problem: string };
}

/** What is new of a session's words: plain data, as it may go to another thread. */
export interface FetchedSession {
  work: SpokenWork;
  /** When the files that cannot be read are tried again, epoch milliseconds. */
  retryMs: number;
  /** Files that there are no more. */
  gone: readonly string[];
  /** The session's transcripts that can be found already. */
  transcripts: readonly { fileId: string; ord: number }[];
  files: readonly FetchedWords[];
}

/** A session that was fetched; `failure` is why some file of it could not be, the last reason. */
export interface SessionFetch {
  fetched: FetchedSession;
  failure: unknown;
}

const MINUTE_MS = 60_000;
/** Longest between two attempts at a file that cannot be read. */
const LONGEST_MS = 24 * 60 * MINUTE_MS;

/**
 * Fetches what is new of a session's transcripts, captions and chats. A file that was read is never fetched again unless Zoom
 * changes it. A file that cannot be fetched is given with the reason, to be tried again after a while, each time a longer one.
 *
 * @throws what holds Zoom as a whole (see `holdOf`), or the signal's reason: then nothing is known of the session.
 */
export async function fetchSession(
  { readBytes, now }: FetchSessionDeps,
  { work, session, known }: DueSession,
  signal: AbortSignal,
): Promise<SessionFetch> {
  const present = new Set(session?.files.map(({ id }) => id));
  const wanted = session?.state === 'live' ? session.files.filter(isReadable).sort(transcriptsFirst) : [];
  const fetcher = createFetcher(readBytes, signal);
  for (const file of wanted)
    if (session && isDue(file, { known, wanted })) await fetcher.fetch(file, session);
  const pauseMs = Math.min(LONGEST_MS, 5 * MINUTE_MS * 4 ** Math.min(work.attempts, 10));
  const fetched = {
    work,
    retryMs: now() + pauseMs,
    gone: known.flatMap(({ fileId }) => (present.has(fileId) ? [] : [fileId])),
    transcripts: known.filter((file) => isFound(file, session)).map(({ fileId, ord }) => ({ fileId, ord })),
    files: fetcher.files,
  };
  return { fetched, failure: fetcher.failure() };
}

function createFetcher(readBytes: ReadBytes, signal: AbortSignal) {
  const files: FetchedWords[] = [];
  let failure: unknown;

  async function contentOf(file: RecordingFile, session: Session): Promise<FetchedWords['content']> {
    // What the network does to one file of a session it does to the next.
    if (failure instanceof ZoomError) return { problem: toReason(failure) };
    try {
      return await fetchFile({ file, session }, { readBytes, urgency: 'background', signal });
    } catch (error) {
      signal.throwIfAborted();
      if (holdOf(error) !== null) throw error;
      failure = error;
      return { problem: toReason(error) };
    }
  }

  return {
    files,
    failure: () => failure,
    async fetch(file: RecordingFile, session: Session): Promise<void> {
      const content = await contentOf(file, session);
      files.push({ fileId: file.id, kind: toKind(file), stamp: stampOf(file), content });
    },
  };
}

/** Whether it is a transcript whose lines can be found and that still belongs to the session. */
function isFound({ fileId, kind, state }: MomentFile, session: Session | null): boolean {
  if (kind !== 'transcript' || state !== 'indexed') return false;
  return session?.files.some(({ id, trashedAt }) => id === fileId && trashedAt === null) ?? false;
}

function isReadable({ kind, state, trashedAt }: RecordingFile): boolean {
  return (
    (kind === 'transcript' || kind === 'captions' || kind === 'chat') &&
    state === 'ready' &&
    trashedAt === null
  );
}

/** Captions are compared with the transcripts of their session. */
function transcriptsFirst(a: RecordingFile, b: RecordingFile): number {
  return Number(b.kind === 'transcript') - Number(a.kind === 'transcript');
}

function isDue(
  file: RecordingFile,
  { known, wanted }: { known: readonly MomentFile[]; wanted: readonly RecordingFile[] },
): boolean {
  const before = known.find(({ fileId }) => fileId === file.id);
  if (!before || before.state === 'failed' || before.stamp !== stampOf(file)) return true;
  // The transcript that had its words is there no more.
  return before.sameAs !== null && !wanted.some(({ id }) => id === before.sameAs);
}

/** What changes when Zoom makes a file anew. */
function stampOf({ sizeBytes, endTime }: RecordingFile): string {
  return `${sizeBytes ?? ''} ${endTime ?? ''}`;
}

function toKind({ kind }: RecordingFile): MomentKind {
  return kind === 'transcript' || kind === 'captions' ? kind : 'chat';
}
