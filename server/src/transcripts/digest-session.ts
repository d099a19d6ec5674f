import { toIndexLines } from '../catalog/moments/index-lines.ts';
import type { KeptLine } from '../catalog/moments/packed-lines.ts';
import type { ReadFile, ReadSession } from '../catalog/moments/write-moments.ts';
import type { FetchedSession, FetchedWords } from './fetch-session.ts';
import { parseFile } from './file-lines.ts';
import { toReason } from './reason.ts';
import { hasSameWords, piecesOf } from './same-words.ts';

export interface DigestDeps {
  /** The lines of a file that can be found. */
  loadLines: (ord: number) => Promise<readonly KeptLine[]>;
  signal: AbortSignal;
}

/**
 * Makes of a session's files what the catalog keeps of them: their lines, or that captions say what a transcript of the session says, or why
 * they cannot be read. A damaged file costs only itself. Throws the signal's reason.
 */
export async function digestSession(
  { work, retryMs, gone, transcripts, files }: FetchedSession,
  deps: DigestDeps,
): Promise<ReadSession> {
  const known = new Map<string, readonly { text: string }[]>();
  const digested: ReadFile[] = [];

  async function loadTranscripts(): Promise<typeof known> {
    for (const { fileId, ord } of transcripts) {
      if (!known.has(fileId)) known.set(fileId, await deps.loadLines(ord));
    }
    return known;
  }

  async function outcomeOf({ content }: FetchedWords): Promise<ReadFile['outcome']> {
    if ('problem' in content) return content;
    const read = await parseFile(content, deps.signal);
    const lines = 'lines' in read ? read.lines : [];
    if (read.kind === 'transcript') known.set(read.fileId, lines);
    if (read.kind !== 'captions') return { lines: toIndexLines(lines) };
    const pieces = piecesOf(lines);
    for (const [sameAs, other] of await loadTranscripts()) {
      if (hasSameWords(pieces, piecesOf(other))) return { sameAs };
    }
    return { lines: toIndexLines(lines) };
  }

  for (const file of files) {
    const outcome = await outcomeOf(file).catch((error: unknown) => {
      deps.signal.throwIfAborted();
      return { problem: toReason(error) };
    });
    digested.push({ fileId: file.fileId, kind: file.kind, stamp: file.stamp, outcome });
  }
  const failed = digested.filter(({ outcome }) => 'problem' in outcome).length;
  const retry = failed === 0 ? null : { notBeforeMs: retryMs, files: failed };
  return { end: { ...work, retry }, gone, files: digested };
}
