import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../log.ts';
import type { Content } from './content.ts';
import { BodyCutShort, RangeNotSatisfiable } from './errors.ts';
import { createProgress, type Progress } from './progress.ts';
import { type ByteSink, pump } from './pump.ts';
import { isSameFile } from './validator.ts';

/** A body that breaks more often than this is given up; the reader asks again by itself. */
const mostContinuations = 3;

/** Milliseconds more before each further continuation: whatever broke gets a moment to recover. */
const pauseMs = 300;

/** Bytes that may be read and thrown away when Zoom's side answers a continuation with the whole file. */
const mostSkippedBytes = 64 * 1024 * 1024;

export interface ReadOnDeps {
  content: Content;
  /** What the list says the whole file has; used only when Zoom's side tells no length. */
  listedSizeBytes: number | null;
  /** Opens the file again from a position to a last byte (null: its end), by another address if the last one broke. */
  continueAt: (position: number, last: number | null) => Promise<Content>;
  sink: ByteSink;
  signal: AbortSignal;
  log: Log;
}

/**
 * Gives a reader the bytes of a content, continued by itself at the next byte when its body breaks (at most 3 times).
 * Resolves only when every promised byte was given, and otherwise throws BodyCutShort. Never gives a byte more.
 */
export async function readOn(deps: ReadOnDeps): Promise<void> {
  const { sink, signal, log } = deps;
  const progress = createProgress(deps);
  let current: Content | undefined = deps.content;
  for (let continuations = 0; ; continuations += 1) {
    const failure: unknown = current ? await pump({ content: current, progress, sink }) : notOpened;
    signal.throwIfAborted();
    if (progress.isWhole({ endedWell: failure === undefined })) return;
    if (continuations === mostContinuations)
      throw new BodyCutShort('The file ended early.', { cause: failure });
    log.warn(
      { position: progress.position, continuation: continuations + 1 },
      'a file broke off, reading on',
    );
    await wait(continuations * pauseMs, undefined, { signal });
    current = await reopen(deps, progress);
  }
}

const notOpened = new BodyCutShort('The file could not be opened again.');

/** The file again from where it broke; undefined when that did not work now, but may later. */
async function reopen(
  { content, continueAt, log }: ReadOnDeps,
  progress: Progress,
): Promise<Content | undefined> {
  const { position, end } = progress;
  try {
    const next = await continueAt(position, end === null ? null : end - 1);
    if (isContinuation({ content, next, position })) {
      if (next.total !== null) progress.learnTotal(next.total);
      return next;
    }
    next.body.destroy();
  } catch (error) {
    // Nothing begins at this position: what looked cut short was the whole file.
    if (error instanceof RangeNotSatisfiable && error.sizeBytes === position) {
      progress.learnTotal(position);
      return undefined;
    }
    log.warn({ position, reason: String(error) }, 'a file could not be opened again');
    return undefined;
  }
  throw new BodyCutShort('The file changed while it was read.');
}

function isContinuation({
  content,
  next,
  position,
}: {
  content: Content;
  next: Content;
  position: number;
}): boolean {
  const skipped = position - next.first;
  if (skipped < 0 || skipped > mostSkippedBytes || !isSameFile(content, next)) return false;
  return content.total === null || next.total === null || content.total === next.total;
}
