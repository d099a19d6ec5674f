import type { MomentFile, MomentKind } from '../catalog/moments/moment-files.ts';
import type { SpokenWork } from '../catalog/moments/spoken-work.ts';
import type { ReadFile, ReadSession } from '../catalog/moments/write-moments.ts';
import type { Catalog } from '../catalog/open-catalog.ts';
import type { RecordingFile, Session } from '../contract/index.ts';
import { ZoomError } from '../zoom/errors.ts';
import { type ReadBytes, readFileLines } from './file-lines.ts';
import { holdOf } from './index-hold.ts';
import { hasSameWords, piecesOf } from './same-words.ts';

export interface ReadSessionDeps {
  moments: Pick<Catalog['moments'], 'loadLines'>;
  readBytes: ReadBytes;
  now: () => number;
}

/** A session whose words are due, as the catalog has it (null: no more), and what is known of its files of words. */
export interface DueSession {
  work: SpokenWork;
  session: Session | null;
  known: readonly MomentFile[];
}

/** A session that was read; `failure` is why some file of it could not be, the last reason. */
export interface SessionRead {
  read: ReadSession;
  failure: unknown;
}

const MINUTE_MS = 60_000;
/** Longest between two attempts at a file that cannot be read. */
const LONGEST_MS = 24 * 60 * MINUTE_MS;
/** What of a failure is kept. */
const MOST_REASON = 200;

/**
 * Reads what is new of a session's transcripts, captions and chats. A file that was read is never fetched again unless Zoom
 * changes it. A file that cannot be read is recorded with the reason, and tried again after a while, each time a longer one.
 *
 * @throws what holds Zoom as a whole (see `holdOf`), or the signal's reason: then nothing is known of the session.
 */
export async function readSession(
  deps: ReadSessionDeps,
  { work, session, known }: DueSession,
  signal: AbortSignal,
): Promise<SessionRead> {
  const { now } = deps;
  const present = new Set(session?.files.map(({ id }) => id));
  const gone = known.flatMap(({ fileId }) => (present.has(fileId) ? [] : [fileId]));
  const wanted = session?.state === 'live' ? session.files.filter(isReadable).sort(transcriptsFirst) : [];
  const reader = createReader(deps, { known, signal });
  for (const file of wanted) if (session && isDue(file, { known, wanted })) await reader.read(file, session);
  const { files, failure } = reader;
  const failed = files.filter(({ outcome }) => 'problem' in outcome).length;
  const pauseMs = Math.min(LONGEST_MS, 5 * MINUTE_MS * 4 ** Math.min(work.attempts, 10));
  const retry = failed === 0 ? null : { notBeforeMs: now() + pauseMs, files: failed };
  return { read: { end: { ...work, retry }, gone, files }, failure: failure() };
}

function createReader(
  { readBytes, moments }: ReadSessionDeps,
  { known, signal }: { known: readonly MomentFile[]; signal: AbortSignal },
) {
  const files: ReadFile[] = [];
  const transcripts = new Map<string, readonly { text: string }[]>();
  let failure: unknown;

  /** Each transcript of the session that can be found, with its lines. */
  async function loadTranscripts(present: readonly RecordingFile[]): Promise<typeof transcripts> {
    for (const { fileId, ord, kind, state } of known) {
      const isTold = present.some(({ id, trashedAt }) => id === fileId && trashedAt === null);
      if (kind !== 'transcript' || state !== 'indexed' || !isTold || transcripts.has(fileId)) continue;
      transcripts.set(fileId, await moments.loadLines(ord));
    }
    return transcripts;
  }

  async function outcomeOf(file: RecordingFile, session: Session): Promise<ReadFile['outcome']> {
    const read = await readFileLines({ file, session }, { readBytes, urgency: 'background', signal });
    const lines = 'lines' in read ? read.lines : [];
    if (read.kind === 'transcript') transcripts.set(file.id, lines);
    if (read.kind !== 'captions') return { lines };
    const pieces = piecesOf(lines);
    for (const [sameAs, other] of await loadTranscripts(session.files)) {
      if (hasSameWords(pieces, piecesOf(other))) return { sameAs };
    }
    return { lines };
  }

  return {
    files,
    failure: () => failure,
    async read(file: RecordingFile, session: Session): Promise<void> {
      // What the network does to one file of a session it does to the next.
      const outcome =
        failure instanceof ZoomError
          ? { problem: toReason(failure) }
          : await outcomeOf(file, session).catch((error) => {
              signal.throwIfAborted();
              if (holdOf(error) !== null) throw error;
              failure = error;
              return { problem: toReason(error) };
            });
      files.push({ fileId: file.id, kind: toKind(file), stamp: stampOf(file), outcome });
    },
  };
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

function toReason(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, MOST_REASON);
}
